// Before the first paint: the chosen text size and colours, so that nothing jumps or flashes.
{
  const root = document.documentElement
  const read = (name) => {
    try {
      return localStorage.getItem('ponte-' + name)
    } catch {
      return null
    }
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const contrast = matchMedia('(prefers-contrast: more)').matches
  root.dataset.size = read('size') || 'normal'
  root.dataset.theme = read('theme') || (contrast ? 'contrast' : dark ? 'dark' : 'light')
  root.lang = read('language') || root.lang
}

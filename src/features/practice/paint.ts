import { loadPicture, type PictureName } from '../../ui/pictures.ts'

/** Width of a drawn photo in pixels; its height follows from the picture. */
const width = 800

/** The colours of the light theme, by name: a photo looks the same whatever colours the screen has. */
function lightColours(rules: Iterable<CSSRule>): Map<string, string> {
  const colours = new Map<string, string>()
  for (const rule of rules) {
    if (rule instanceof CSSGroupingRule)
      for (const [name, value] of lightColours(rule.cssRules)) colours.set(name, value)
    if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes('[data-theme="light"]')) continue
    for (const name of rule.style) colours.set(name, rule.style.getPropertyValue(name).trim())
  }
  return colours
}

/** The address of a picture of the app, painted in the light theme's colours at the size of a photo. */
export async function paint(name: PictureName): Promise<string> {
  const picture = await loadPicture(name)
  const [, , across = 4, down = 3] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number)
  picture.setAttribute('width', String(width))
  picture.setAttribute('height', String(Math.round((width * down) / across)))
  const colours = lightColours([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))
  const markup = new XMLSerializer()
    .serializeToString(picture)
    .replace(/var\((--[\w-]+)\)/g, (whole, colour: string) => colours.get(colour) ?? whole)
  return URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }))
}

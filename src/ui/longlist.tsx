import { options, type JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useText } from './text.ts'

/** How many rows come at once: more than a screen holds. A key press in a search waits for no more than these. */
const step = 15

/** Renders what `update` changes before it returns: a printer doesn't wait for the next frame. */
function renderNow(update: () => void): void {
  const usual = options.debounceRendering?.bind(options)
  options.debounceRendering = (render) => render()
  update()
  if (usual) options.debounceRendering = usual
  else delete options.debounceRendering
}

type Growing = { readonly shown: number; readonly more: JSX.Element | null }

/**
 * How many of `total` rows of a long list stand in the page: more as one comes near the end, all of them on paper.
 * Every row that stands there is real, for searching in the page and for screen readers. `from` starts it anew.
 */
export function useGrowing(total: number, from: unknown): Growing {
  const { t } = useText()
  const [shown, setShown] = useState(step)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => setShown(step), [from])
  useEffect(() => {
    const printing = (): void => renderNow(() => setShown(Infinity))
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setShown((count) => count + step)
      },
      { rootMargin: '600px' },
    )
    if (end.current) watcher.observe(end.current)
    window.addEventListener('beforeprint', printing)
    return () => {
      watcher.disconnect()
      window.removeEventListener('beforeprint', printing)
    }
  }, [shown < total, shown])
  const rest = total - shown
  const more =
    rest > 0 ? (
      <div ref={end}>
        <button type="button" class="button" onClick={() => setShown(shown + step)}>
          {t('ui.showMore', { count: rest })}
        </button>
      </div>
    ) : null
  return { shown, more }
}

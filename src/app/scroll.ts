// The browser's own way back to where one was in a page fails where the page is filled later, from the database.

const placesByEntry = new Map<string, number>()
let leaving = 0

const entry = (): string => `${JSON.stringify(history.state)} ${location.hash}`
let present = ''

/** Remembers how far the page that is being left was scrolled. */
export function keepPlace(): void {
  placesByEntry.set(present, leaving)
}

/** Scrolls to where this page was left, once it is long enough again; to its top when it is new. */
export function returnToPlace(): void {
  present = entry()
  const wanted = placesByEntry.get(present) ?? 0
  const until = performance.now() + 1500
  const here = present
  const attempt = (): void => {
    if (here !== present || performance.now() > until) return
    window.scrollTo(0, wanted)
    if (Math.abs(window.scrollY - wanted) > 2) requestAnimationFrame(attempt)
  }
  attempt()
}

/** Watches scrolling; called once, at the start. */
export function watchScrolling(): void {
  history.scrollRestoration = 'manual'
  window.addEventListener('scroll', () => (leaving = window.scrollY), { passive: true })
}

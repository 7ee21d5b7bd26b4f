// Runs in the page that measures the map: the app's own component, and its outline alone.
import { map } from 'virtual:map'
import { h, render } from 'preact'
import type { MapPoint } from '../src/ui/map/points.ts'
import { MapPicture } from '../src/ui/map/map.tsx'
import { TextContext, type Text } from '../src/ui/text.ts'

const text: Text = {
  t: (key) => key,
  language: 'de',
  choose: () => undefined,
  inLanguage: () => Promise.resolve((key) => key),
}

/** Resolves in the task after the first frame that was made with this in it. */
const painted = (isThere: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(), { once: true })
    port1.start()
    const look = (): unknown => (isThere() ? port2.postMessage('') : requestAnimationFrame(look))
    requestAnimationFrame(look)
  })

async function timed(show: (place: HTMLElement) => void): Promise<number> {
  const place = document.createElement('main')
  document.body.replaceChildren(place)
  await painted(() => true)
  const from = performance.now()
  show(place)
  await painted(() => place.querySelector('.land path') !== null)
  const ms = performance.now() - from
  render(null, place)
  return ms
}

/** Milliseconds until a map of these towns, all linked with the first one, is painted. */
export const drawMap = (points: readonly MapPoint[]): Promise<number> => {
  const lines = points.slice(1).map(({ id }) => ({ from: points[0]?.id ?? '', to: id }))
  const picture = h(MapPicture, { label: 'map', points, lines, linked: ['DE', 'PL'] })
  return timed((place) => render(h(TextContext.Provider, { value: text, children: picture }), place))
}

/** Milliseconds until the outline alone is painted, by the browser's own means. */
export const drawOutline = (): Promise<number> =>
  timed((place) => {
    const { width, height, lands } = map.europe
    const paths = lands.map(({ outline }) => `<path d="${outline}"/>`).join('')
    place.innerHTML = `<div class="map"><svg viewBox="0 0 ${width} ${height}"><g class="land">${paths}</g></svg></div>`
  })

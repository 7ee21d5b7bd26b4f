import type { JSX } from 'preact'
import type { MapDrawing } from '../../shared/flat-map.ts'

type LandProps = { drawing: MapDrawing; linked: ReadonlySet<string> }

/** The outlines as two paths, which cost less than one a country; countries with a twin town stand out. */
export function Land({ drawing: { lands }, linked }: LandProps): JSX.Element {
  const outlines = (isLinked: boolean): string =>
    lands
      .filter(({ country }) => linked.has(country) === isLinked)
      .map(({ outline }) => outline)
      .join('')
  return (
    <g class="land">
      <path d={outlines(false)} />
      {linked.size > 0 && <path class="linked" d={outlines(true)} />}
    </g>
  )
}

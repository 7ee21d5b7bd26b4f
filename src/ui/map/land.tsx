import type { JSX } from 'preact'
import type { MapDrawing } from '../../shared/flat-map.ts'

type LandProps = { drawing: MapDrawing; linked: ReadonlySet<string> }

/** The outlines; countries with a twin town stand out. */
export function Land({ drawing, linked }: LandProps): JSX.Element {
  return (
    <g class="land">
      {drawing.lands.map(({ country, outline }, at) => (
        <path key={at} d={outline} class={linked.has(country) ? 'linked' : ''} />
      ))}
    </g>
  )
}

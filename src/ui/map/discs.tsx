import type { JSX } from 'preact'
import type { Spot } from '../../shared/flat-map.ts'
import { toneOf, type Tone } from './tone.ts'
import type { Laid } from './layout.ts'

const round = (value: number): number => Math.round(value * 100) / 100

/** Lines of no length, whose round ends are discs: as large as their stroke is thick, however near the picture is. */
const discs = (spots: readonly Spot[]): string =>
  spots.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')

const tones: readonly Tone[] = ['partner', 'resting', 'ours']

/** The discs of all marks, those of one tone as one path; two rings around those of several towns. */
export function Discs({ dots }: Pick<Laid, 'dots'>): JSX.Element {
  const several = discs(dots.filter(({ mark }) => mark.members.length > 1).map(({ mark }) => mark.spot))
  return (
    <g class="discs">
      {several && <path class="edge" d={several} />}
      {several && <path class="ring" d={several} />}
      {tones.map((tone) => {
        const path = discs(
          dots.filter(({ mark }) => toneOf(mark.members) === tone).map(({ mark }) => mark.spot),
        )
        return (
          path && (
            <g key={tone} class={tone}>
              <path d={path} />
              <path class="filled" d={path} />
            </g>
          )
        )
      })}
    </g>
  )
}

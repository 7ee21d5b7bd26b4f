import type { JSX } from 'preact'
import type { Spot } from '../../shared/flat-map.ts'

export type DrawnLine = { readonly from: Spot; readonly to: Spot; readonly isResting: boolean }

/** A bow between two spots, upwards: nearer ones are flatter. */
function bow({ from, to }: DrawnLine): string {
  const lift = Math.hypot(to.x - from.x, to.y - from.y) * 0.22
  const round = (value: number): number => Math.round(value * 10) / 10
  return `M${round(from.x)} ${round(from.y)}Q${round((from.x + to.x) / 2)} ${round((from.y + to.y) / 2 - lift)} ${round(to.x)} ${round(to.y)}`
}

/** All links as two paths: a hundred of them cost no more than one. */
export function Lines({ lines }: { lines: readonly DrawnLine[] }): JSX.Element {
  const pathOf = (isResting: boolean): string =>
    lines
      .filter((line) => line.isResting === isResting)
      .map(bow)
      .join('')
  return (
    <g class="links">
      <path d={pathOf(false)} />
      <path class="resting" d={pathOf(true)} />
    </g>
  )
}

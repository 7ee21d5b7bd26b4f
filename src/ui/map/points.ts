import type { Point } from '../../shared/place.ts'

/** A town on the map. `mark` is what stands in its dot, '1'; `detail` what a screen reader hears behind the name. */
export type MapPoint = Point & {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly tone: 'ours' | 'partner' | 'resting'
  readonly mark?: string
  /** Where it leads; without it `onChoose` is told. */
  readonly href?: string
}

/** A link between two points, by their ids. */
export type MapLine = { readonly from: string; readonly to: string; readonly isResting?: boolean }

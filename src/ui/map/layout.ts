import { isOn, spotOf, type MapDrawing, type Spot } from '../../shared/flat-map.ts'
import type { DrawnLine } from './lines.tsx'
import { gather, placeNames, type Box, type Mark, type Side } from './marks.ts'
import type { MapLine, MapPoint } from './points.ts'
import type { Measured } from './use-frame.ts'
import { boxOfView, fitting, type View } from './view.ts'

/** In rem: how wide a finger's target is, and half the width of the dot in it. */
const target = 4
const radius = 1.375

export type Laid = {
  readonly seen: Box
  readonly dots: readonly {
    readonly mark: Mark<MapPoint>
    /** In hundredths of the picture. */
    readonly left: number
    readonly top: number
    readonly side: Side | undefined
  }[]
  readonly drawn: readonly DrawnLine[]
}

type Size = Omit<Measured, 'box'>

/** Where each point lies on the drawing, ours first: they keep their place when others come too near. */
export function spread(points: readonly MapPoint[], drawing: MapDrawing): Map<MapPoint, Spot> {
  const inOrder = [...points].sort((a, b) => Number(b.tone === 'ours') - Number(a.tone === 'ours'))
  return new Map(inOrder.map((point) => [point, spotOf(point, drawing.flattening)]))
}

type Spread = ReturnType<typeof spread>

const origin: Spot = { x: 0, y: 0 }

/** The marks when so many units are as wide as the picture: it doesn't matter which part of it is seen. */
const marksIn = (spots: Spread, units: number, { frame, rem }: Size): Mark<MapPoint>[] =>
  gather([...spots.keys()], (point) => spots.get(point) ?? origin, (target * rem * units) / frame.pixels)

/** The view of these points, with room for a finger around them. */
export const viewOf = (
  points: Iterable<MapPoint>,
  spots: Spread,
  drawing: MapDrawing,
  { frame, rem }: Size,
): View =>
  fitting(
    [...points].map((point) => spots.get(point) ?? origin),
    drawing,
    frame,
    target * rem * 0.9,
  )

/** Whether this view shows these points, which were one mark, as more than one. */
export function isParted(members: readonly MapPoint[], spots: Spread, { width }: View, size: Size): boolean {
  const [first] = members
  const mark = marksIn(spots, width, size).find((one) => first && one.members.includes(first))
  return mark !== undefined && !members.every((one) => mark.members.includes(one))
}

/** What stands where in this view. */
export function layOut(spots: Spread, lines: readonly MapLine[], view: View, size: Size): Laid {
  const { frame, rem, widthOf, line } = size
  const seen = boxOfView(view, frame)
  const perUnit = frame.pixels / seen.width
  const onScreen = ({ x, y }: Spot): Spot => ({ x: (x - seen.x) * perUnit, y: (y - seen.y) * perUnit })
  const screen = { width: frame.pixels, height: frame.pixels * frame.ratio }
  const marks = marksIn(spots, seen.width, size)
  const shown = marks.filter(({ spot }) => isOn(onScreen(spot), screen))
  const sides = placeNames(
    shown.map(({ spot }) => onScreen(spot)),
    shown.map(({ members: [first, ...others] }) =>
      first && others.length === 0 ? widthOf(first.label) + rem : Infinity,
    ),
    { frame: { x: 0, y: 0, ...screen }, radius: radius * rem, height: line },
  )
  const anchors = new Map(marks.flatMap(({ spot, members }) => members.map(({ id }) => [id, spot] as const)))
  return {
    seen,
    dots: shown.map((mark, at) => ({
      mark,
      left: ((mark.spot.x - seen.x) / seen.width) * 100,
      top: ((mark.spot.y - seen.y) / seen.height) * 100,
      side: sides[at],
    })),
    drawn: lines.flatMap(({ from, to, isResting = false }) => {
      const [a, b] = [anchors.get(from), anchors.get(to)]
      return a && b && a !== b ? [{ from: a, to: b, isResting }] : []
    }),
  }
}

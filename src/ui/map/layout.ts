import { isOn, spotOf, type MapDrawing, type Spot } from '../../shared/flat-map.ts'
import type { DrawnLine } from './lines.tsx'
import { gather, placeNames, type Box, type Mark, type Side } from './marks.ts'
import { nameWidth } from './name-width.ts'
import type { MapLine, MapPoint } from './points.ts'
import type { Measured } from './use-frame.ts'
import { boxOfView, fitting, type View } from './view.ts'

/** In rem: how wide a finger's target is, the room between two, and half the width of the dot in one. */
const target = 4
const gap = 0.75
const radius = 1.375
/** How high a line of a name is, of its letters. */
const leading = 1.5

export type Laid = {
  readonly seen: Box
  readonly dots: readonly {
    readonly mark: Mark<MapPoint>
    /** In hundredths of the picture. */
    readonly left: number
    readonly top: number
    /** What stands beside it, and where: nothing where there is no room. */
    readonly name: string
    readonly side: Side | undefined
  }[]
  readonly drawn: readonly DrawnLine[]
}

/** Where each point lies on the drawing, ours first: they keep their place when others come too near. */
export function spread(points: readonly MapPoint[], drawing: MapDrawing): Map<MapPoint, Spot> {
  const inOrder = [...points].sort((a, b) => Number(b.tone === 'ours') - Number(a.tone === 'ours'))
  return new Map(inOrder.map((point) => [point, spotOf(point, drawing.flattening)]))
}

type Spread = ReturnType<typeof spread>

const origin: Spot = { x: 0, y: 0 }

/** The marks when so many units are as wide as the picture: it doesn't matter which part of it is seen. */
function marksIn(spots: Spread, units: number, { frame, rem }: Measured): Mark<MapPoint>[] {
  const unitsToRem = (rem * units) / frame.pixels
  return gather([...spots.keys()], (point) => spots.get(point) ?? origin, {
    target: target * unitsToRem,
    gap: gap * unitsToRem,
  })
}

/** The view of these points, with room for a finger around them. */
export const viewOf = (
  points: Iterable<MapPoint>,
  spots: Spread,
  drawing: MapDrawing,
  { frame, rem }: Measured,
): View =>
  fitting(
    [...points].map((point) => spots.get(point) ?? origin),
    drawing,
    frame,
    target * rem * 0.9,
  )

/** Whether this view shows these points, which were one mark, as more than one. */
export function isParted(
  members: readonly MapPoint[],
  spots: Spread,
  { width }: View,
  size: Measured,
): boolean {
  const [first] = members
  const mark = marksIn(spots, width, size).find((one) => first && one.members.includes(first))
  return mark !== undefined && !members.every((one) => mark.members.includes(one))
}

/** The links between the marks, each once however many towns are in them. */
function linesBetween(lines: readonly MapLine[], marks: readonly Mark<MapPoint>[]): DrawnLine[] {
  const at = new Map(marks.flatMap(({ members }, mark) => members.map(({ id }) => [id, mark] as const)))
  const drawn = new Map<string, DrawnLine>()
  for (const { from, to, isResting = false } of lines) {
    const [a = -1, b = -1] = [at.get(from), at.get(to)]
    const [start, end] = [marks[a]?.spot, marks[b]?.spot]
    if (a !== b && start && end) drawn.set(`${a} ${b} ${isResting}`, { from: start, to: end, isResting })
  }
  return [...drawn.values()]
}

/** What stands where in this view. `nameOf`: what is written beside a mark. */
export function layOut(
  spots: Spread,
  lines: readonly MapLine[],
  view: View,
  size: Measured,
  nameOf: (members: readonly MapPoint[]) => string,
): Laid {
  const { frame, rem, letters } = size
  const seen = boxOfView(view, frame)
  const perUnit = frame.pixels / seen.width
  const onScreen = ({ x, y }: Spot): Spot => ({ x: (x - seen.x) * perUnit, y: (y - seen.y) * perUnit })
  const screen = { width: frame.pixels, height: frame.pixels * frame.ratio }
  const marks = marksIn(spots, seen.width, size)
  const shown = marks.filter(({ spot }) => isOn(onScreen(spot), screen))
  const sides = placeNames(
    shown.map(({ spot }) => onScreen(spot)),
    shown.map(({ members }) => nameWidth(nameOf(members), letters) + rem),
    { frame: { x: 0, y: 0, ...screen }, radius: radius * rem, height: letters * leading },
  )
  return {
    seen,
    dots: shown.map((mark, at) => ({
      mark,
      left: ((mark.spot.x - seen.x) / seen.width) * 100,
      top: ((mark.spot.y - seen.y) / seen.height) * 100,
      name: nameOf(mark.members),
      side: sides[at],
    })),
    drawn: linesBetween(lines, marks),
  }
}

import type { Spot } from '../../shared/flat-map.ts'

/** One or several things that are shown by one mark, where the first of them lies. */
export type Mark<T> = { readonly spot: Spot; readonly members: readonly T[] }

const apart = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y)

/** A finger's target is a square; how much room two of them have between them, 0 where they overlap. */
export const roomBetween = (a: Spot, b: Spot, target: number): number =>
  Math.hypot(Math.max(0, Math.abs(a.x - b.x) - target), Math.max(0, Math.abs(a.y - b.y) - target))

/** How large a target is and how much room is left between two, in the units of the spots. */
export type Finger = { readonly target: number; readonly gap: number }

/**
 * Marks that no finger mistakes: any two leave room between them. What lies nearer to a mark than that belongs to it, to
 * the nearest of several. The first ones keep their place.
 */
export function gather<T>(
  things: readonly T[],
  spotOf: (thing: T) => Spot,
  { target, gap }: Finger,
): Mark<T>[] {
  const marks: { readonly spot: Spot; readonly members: T[] }[] = []
  const reach = target + gap
  for (const thing of things) {
    const spot = spotOf(thing)
    let near: (typeof marks)[number] | undefined
    for (const mark of marks) {
      // Most lie far off, which two differences tell.
      if (Math.abs(mark.spot.x - spot.x) >= reach || Math.abs(mark.spot.y - spot.y) >= reach) continue
      if (roomBetween(mark.spot, spot, target) >= gap) continue
      if (!near || apart(mark.spot, spot) < apart(near.spot, spot)) near = mark
    }
    if (near) near.members.push(thing)
    else marks.push({ spot, members: [thing] })
  }
  return marks
}

/** A rectangle in the picture. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const holds = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height

export const sides = ['under', 'over', 'after', 'before'] as const
/** Where a name stands beside its mark. */
export type Side = (typeof sides)[number]

/** The box of a name that stands on one side of a mark of a radius. */
export function boxOf(side: Side, { x, y }: Spot, radius: number, width: number, height: number): Box {
  const top = side === 'under' ? y + radius : side === 'over' ? y - radius - height : y - height / 2
  const left = side === 'after' ? x + radius : side === 'before' ? x - radius - width : x - width / 2
  return { x: left, y: top, width, height }
}

/**
 * On which side of its mark each name may stand so that it hides no mark and no other name and stays in the frame; undefined
 * for one that has no room. The first ones choose first.
 */
export function placeNames(
  spots: readonly Spot[],
  widths: readonly number[],
  { frame, radius, height }: { frame: Box; radius: number; height: number },
): (Side | undefined)[] {
  const taken = spots.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }))
  return spots.map((spot, at) => {
    const found = sides
      .map((side) => ({ side, box: boxOf(side, spot, radius, widths[at] ?? 0, height) }))
      .find(({ box }) => holds(frame, box) && !taken.some((other) => meet(box, other)))
    if (found) taken.push(found.box)
    return found?.side
  })
}

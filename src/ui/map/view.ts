import type { MapDrawing, Spot } from '../../shared/flat-map.ts'
import type { Box } from './marks.ts'

/** What is seen of a drawing: its middle and how wide it is, in the drawing's units. */
export type View = { readonly middle: Spot; readonly width: number }

/** How the picture stands on the screen: pixels across, and its height to its width. */
export type Frame = { readonly pixels: number; readonly ratio: number }

/** So many times the drawing's width is as near as one gets. */
const nearest = 1 / 30

export const boxOfView = ({ middle, width }: View, { ratio }: Frame): Box => ({
  x: middle.x - width / 2,
  y: middle.y - (width * ratio) / 2,
  width,
  height: width * ratio,
})

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** The wider of what shows the whole drawing and what fills the frame with it. */
const widest = ({ width, height }: MapDrawing, { ratio }: Frame): number => Math.max(width, height / ratio)

/** The same view, no wider than the drawing and no nearer than makes sense, its middle on the drawing. */
export function held({ middle, width }: View, drawing: MapDrawing, frame: Frame): View {
  const seen = between(drawing.width * nearest, width, widest(drawing, frame))
  const inside = (at: number, part: number, whole: number): number =>
    part >= whole ? whole / 2 : between(part / 2, at, whole - part / 2)
  return {
    middle: {
      x: inside(middle.x, seen, drawing.width),
      y: inside(middle.y, seen * frame.ratio, drawing.height),
    },
    width: seen,
  }
}

/** Larger by this at each press. */
const step = 1.8

export const nearer = (view: View): View => ({ ...view, width: view.width / step })
export const farther = (view: View): View => ({ ...view, width: view.width * step })

/** A third of the picture on, in the directions -1, 0 or 1. */
export const moved = ({ middle, width }: View, right: number, down: number, { ratio }: Frame): View => ({
  middle: { x: middle.x + (right * width) / 3, y: middle.y + (down * width * ratio) / 3 },
  width,
})

/** What shows all these spots with room for `margin` pixels around them; all of the drawing if there are none. */
export function fitting(spots: readonly Spot[], drawing: MapDrawing, frame: Frame, margin: number): View {
  if (spots.length === 0)
    return held({ middle: { x: drawing.width / 2, y: drawing.height / 2 }, width: Infinity }, drawing, frame)
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const [pixelsAcross, pixelsDown] = [frame.pixels, frame.pixels * frame.ratio].map((all) =>
    Math.max(all - 2 * margin, all / 4),
  ) as [number, number]
  const unitsToPixel = Math.max((right - left) / pixelsAcross, (bottom - top) / pixelsDown)
  // A single town is shown with the country around it.
  const width = Math.max(unitsToPixel * frame.pixels, spots.length === 1 ? drawing.width / 3 : 0)
  return held({ middle: { x: (left + right) / 2, y: (top + bottom) / 2 }, width }, drawing, frame)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeMap } from '../../../.ci/made/map.ts'
import { boxOfView, farther, fitting, held, moved, nearer, type View } from '../../../src/ui/map/view.ts'

const { europe } = madeMap()
const frame = { pixels: 720, ratio: 7 / 9 }
const on = fc.record({
  x: fc.double({ min: 0, max: europe.width, noNaN: true }),
  y: fc.double({ min: 0, max: europe.height, noNaN: true }),
})

describe('a view of the map', () => {
  it('shows every town with room for a finger', () => {
    fc.assert(
      fc.property(fc.array(on, { minLength: 1, maxLength: 20 }), (spots) => {
        const { x, y, width, height } = boxOfView(fitting(spots, europe, frame, 58), frame)
        for (const spot of spots) {
          expect(spot.x).toBeGreaterThanOrEqual(x - 1e-6)
          expect(spot.x).toBeLessThanOrEqual(x + width + 1e-6)
          expect(spot.y).toBeGreaterThanOrEqual(y - 1e-6)
          expect(spot.y).toBeLessThanOrEqual(y + height + 1e-6)
        }
      }),
    )
  })

  it('keeps to the map however often the buttons are pressed', () => {
    const press = fc.constantFrom<(view: View) => View>(
      nearer,
      farther,
      (view) => moved(view, 1, 0, frame),
      (view) => moved(view, -1, 0, frame),
      (view) => moved(view, 0, 1, frame),
      (view) => moved(view, 0, -1, frame),
    )
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const view = presses.reduce<View>(
          (before, one) => held(one(before), europe, frame),
          fitting([], europe, frame, 0),
        )
        const { x, y, width, height } = boxOfView(view, frame)
        expect(view.width).toBeGreaterThan(europe.width / 31)
        if (width < europe.width) expect(x).toBeGreaterThanOrEqual(-1e-6)
        if (height < europe.height) expect(y + height).toBeLessThanOrEqual(europe.height + 1e-6)
      }),
    )
  })

  it('comes back from where it went', () => {
    const whole = fitting([], europe, frame, 0)
    expect(farther(nearer(whole)).width).toBeCloseTo(whole.width, 6)
    expect(held(moved(whole, 1, 0, frame), europe, frame)).toEqual(whole)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf, gather, placeNames, type Box } from '../../../src/ui/map/marks.ts'

type Spot = { x: number; y: number }
const spot = fc.record({ x: fc.integer({ min: 0, max: 720 }), y: fc.integer({ min: 0, max: 560 }) })
const spots = fc.array(spot, { maxLength: 120 })
const least = 64
const apart = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y)
const itself = <T>(one: T): T => one

describe('marks', () => {
  it('never lie too near each other for a finger, and lose nothing', () => {
    fc.assert(
      fc.property(spots, (all) => {
        const marks = gather(all, itself, least)
        expect(marks.flatMap(({ members }) => members).length).toBe(all.length)
        marks.forEach((a, at) =>
          marks.slice(at + 1).forEach((b) => expect(apart(a.spot, b.spot)).toBeGreaterThanOrEqual(least)),
        )
      }),
    )
  })

  it('hold what lies nearest to them', () => {
    fc.assert(
      fc.property(spots, (all) => {
        const marks = gather(all, itself, least)
        for (const mark of marks) {
          expect(mark.members[0]).toBe(mark.spot)
          for (const member of mark.members) expect(apart(member, mark.spot)).toBeLessThan(least)
        }
      }),
    )
  })

  it('leave alone what has room', () => {
    const far = [0, 1, 2, 3].map((at) => ({ x: at * 64, y: 0 }))
    expect(gather(far, itself, least).map(({ members }) => members)).toEqual(far.map((one) => [one]))
  })
})

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('names', () => {
  const frame: Box = { x: 0, y: 0, width: 720, height: 560 }
  const [radius, height] = [22, 27]

  it('hide neither marks nor each other and stay in the picture', () => {
    fc.assert(
      fc.property(
        spots,
        fc.array(fc.integer({ min: 20, max: 260 }), { minLength: 120, maxLength: 120 }),
        (all, widths) => {
          const marks = gather(all, itself, least).map((mark) => mark.spot)
          const sides = placeNames(marks, widths, { frame, radius, height })
          const boxes = sides.flatMap((side, at) => {
            const mark = marks[at]
            return side && mark ? [boxOf(side, mark, radius, widths[at] ?? 0, height)] : []
          })
          boxes.forEach((box, at) => {
            expect(box.x).toBeGreaterThanOrEqual(0)
            expect(box.y + box.height).toBeLessThanOrEqual(560)
            boxes.slice(at + 1).forEach((other) => expect(meet(box, other)).toBe(false))
            for (const { x, y } of marks)
              expect(meet(box, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })).toBe(
                false,
              )
          })
        },
      ),
    )
  })

  it('stand under their mark where there is room', () => {
    const sides = placeNames(
      [
        { x: 300, y: 300 },
        { x: 300, y: 550 },
        { x: 30, y: 100 },
      ],
      [100, 100, 100],
      {
        frame,
        radius,
        height,
      },
    )
    expect(sides).toEqual(['under', 'over', 'after'])
  })
})

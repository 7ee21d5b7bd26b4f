import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downwards } from '../../../src/records/fit/downwards.ts'

/** Also many that are the same, and many that differ in their last bits alone. */
const value = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((one) => one + 0),
  fc.constantFrom(0, Number.MIN_VALUE, 0.1, 1, Number.MAX_VALUE),
  fc.nat(20).map((bits) => 0.3 * (1 + bits * Number.EPSILON)),
)

describe('towns by a value', () => {
  it('come as by comparing, the largest first, of equal ones the first', () =>
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), fc.infiniteStream(fc.boolean()), (list, isAsked) => {
        const towns = [...list.keys()].filter(() => isAsked.next().value)
        const values = Float64Array.from(list)
        expect([...downwards(Int32Array.from(towns), values)]).toEqual(
          towns.toSorted((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other),
        )
      }),
    ))
})

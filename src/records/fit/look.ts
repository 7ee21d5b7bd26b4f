import { featureCount, fillQuick, fillSlow, quickCount } from './features.ts'
import { ask, parts, type Packed } from './ask.ts'
import type { Scales } from './scale.ts'
import type { View } from './view.ts'

/** So many towns are looked at in one go: what is written down of them stays near the processor until it is asked for. */
const block = 512

export type Look = 'first' | 'all'

/**
 * What the trees say of some towns: at first sight, or of all that is known. With room for it (a number for each part of each town) also
 * what each part moved.
 */
export function look(
  view: View,
  packed: Packed,
  scales: Scales,
  which: Look,
  towns: Int32Array,
  moves?: Float64Array,
): Float64Array {
  const { country } = view.graph
  const isAll = which === 'all'
  const sums = new Float64Array(towns.length)
  const columns = new Float32Array(Math.min(block, towns.length) * (isAll ? featureCount : quickCount))
  for (let from = 0; from < towns.length; from += block) {
    const rows = Math.min(block, towns.length - from)
    for (let at = 0; at < rows; at++) {
      const town = towns[from + at] ?? 0
      const scale = scales[country[town] ?? 0]
      if (!scale) throw new Error('nothing is known of the country of a town that is looked at')
      const place = { into: columns, at, step: rows }
      fillQuick(view, scale, town, place)
      if (isAll) fillSlow(view, scale, town, place)
    }
    const itsMoves = moves?.subarray(from * parts.length, (from + rows) * parts.length)
    ask(packed[which], {
      columns,
      sums: sums.subarray(from, from + rows),
      ...(itsMoves ? { moves: itsMoves } : {}),
    })
  }
  return sums
}

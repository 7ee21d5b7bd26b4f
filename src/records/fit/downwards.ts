const bits = 11
const buckets = 2 ** bits
/** A number of 64 bits is two of 32; which one is the upper differs by machine. */
const upper = new Uint8Array(Float64Array.of(-0).buffer)[7] === 128 ? 1 : 0

/**
 * Numbers of towns by a value that none has below zero: the largest first, of equal ones in the order given. Values are put in buckets by
 * parts of their bits (radix sort): several times as quick as comparing them.
 */
export function downwards(towns: Int32Array, values: Float64Array): Int32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
  const wordOf = (town: number): number => words[2 * town + upper] ?? 0
  let [from, to] = [towns.slice(), new Int32Array(towns.length)]
  for (let shift = 0; shift < 32; shift += bits) {
    const next = new Int32Array(buckets)
    const bucketOf = (town: number): number => buckets - 1 - ((wordOf(town) >>> shift) & (buckets - 1))
    for (let at = 0; at < from.length; at++) {
      const bucket = bucketOf(from[at] ?? 0)
      next[bucket] = (next[bucket] ?? 0) + 1
    }
    let begin = 0
    for (let bucket = 0; bucket < buckets; bucket++) {
      const size = next[bucket] ?? 0
      next[bucket] = begin
      begin += size
    }
    for (let at = 0; at < from.length; at++) {
      const town = from[at] ?? 0
      const bucket = bucketOf(town)
      const place = next[bucket] ?? 0
      to[place] = town
      next[bucket] = place + 1
    }
    ;[from, to] = [to, from]
  }
  // The lower halves of their bits tell few apart: each of those has only a few places to go.
  for (let at = 1; at < from.length; at++) {
    const town = from[at] ?? 0
    const value = values[town] ?? 0
    let place = at
    for (; place > 0 && (values[from[place - 1] ?? 0] ?? 0) < value; place--)
      from[place] = from[place - 1] ?? 0
    from[place] = town
  }
  return from
}

/** A closed line: its points in turn. */
export type Ring = [number, number][]

type Pair = readonly [number, number]

/** How far a point lies from the line between two others. */
function distance([x, y]: Pair, [ax, ay]: Pair, [bx, by]: Pair): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** The points without which the line, flattened, would stray by more than `stray`: its ends, and what Douglas and Peucker keep. */
export function thinned(
  points: readonly [number, number][],
  flatten: (point: [number, number]) => Pair,
  stray: number,
): [number, number][] {
  const flat = points.map(flatten)
  const kept = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [most, at] = [stray, -1]
    for (let one = from + 1; one < to; one += 1) {
      const far = distance(flat[one] ?? [0, 0], flat[from] ?? [0, 0], flat[to] ?? [0, 0])
      if (far > most) [most, at] = [far, one]
    }
    if (at < 0) continue
    kept.add(at)
    spans.push([from, at], [at, to])
  }
  return points.filter((_, at) => kept.has(at))
}

/** Of a closed ring, in square units. */
export function areaOf(ring: Ring): number {
  let twice = 0
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [x, y] of ring) {
    twice += px * y - x * py
    ;[px, py] = [x, y]
  }
  return Math.abs(twice) / 2
}

/** One ring in whole units, each step from the point before. */
function steps(ring: Ring): string {
  let before: [number, number] | undefined
  let text = ''
  for (const [x, y] of ring) {
    const now: [number, number] = [Math.round(x), Math.round(y)]
    if (!before) text = `M${now[0]} ${now[1]}l`
    else if (now[0] !== before[0] || now[1] !== before[1])
      text += `${text.endsWith('l') ? '' : ' '}${now[0] - before[0]} ${now[1] - before[1]}`
    before = now
  }
  return `${text.replaceAll(' -', '-')}z`
}

/** An SVG path of the rings; '' if there are none. */
export const outlineOf = (rings: readonly Ring[]): string => rings.map(steps).join('')

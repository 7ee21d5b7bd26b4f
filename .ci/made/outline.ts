/** A closed line: its points in turn. */
export type Ring = [number, number][]

/** How far a point lies from the line between two others. */
function distance(
  [x, y]: readonly number[],
  [ax, ay]: readonly number[],
  [bx, by]: readonly number[],
): number {
  const [px = 0, py = 0, sx = 0, sy = 0] = [x, y, ax, ay]
  const [dx, dy] = [(bx ?? 0) - sx, (by ?? 0) - sy]
  const length = dx * dx + dy * dy
  const along = length ? Math.min(1, Math.max(0, ((px - sx) * dx + (py - sy) * dy) / length)) : 0
  return Math.hypot(px - sx - along * dx, py - sy - along * dy)
}

/** The points without which the line, flattened, would stray by more than `stray`: its ends, and what Douglas and Peucker keep. */
export function thinned(
  points: readonly [number, number][],
  flatten: (point: [number, number]) => readonly number[],
  stray: number,
): [number, number][] {
  const flat = points.map(flatten)
  const kept = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [most, at] = [stray, -1]
    for (let one = from + 1; one < to; one += 1) {
      const far = distance(flat[one] ?? [], flat[from] ?? [], flat[to] ?? [])
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

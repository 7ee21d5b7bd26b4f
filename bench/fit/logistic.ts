/** Weights of a logistic regression, the constant last; rows are lists of as many numbers as `width`. */
export function regress(rows: readonly (readonly number[])[], isTrue: readonly boolean[]): number[] {
  const width = rows[0]?.length ?? 0
  const weights = Array.from({ length: width + 1 }, () => 0)
  // Newton's steps: a handful is enough for a handful of weights.
  for (let round = 0; round < 12; round++) {
    const slope = weights.map(() => 0)
    const bend: number[][] = weights.map((_, at) => weights.map((__, by) => (at === by ? 1e-3 : 0)))
    for (const [at, row] of rows.entries()) {
      const full = [...row, 1]
      const sum = full.reduce((all, value, by) => all + value * (weights[by] ?? 0), 0)
      const chance = 1 / (1 + Math.exp(-sum))
      const off = (isTrue[at] ? 1 : 0) - chance
      for (const [one, value] of full.entries()) {
        slope[one] = (slope[one] ?? 0) + off * value
        const line = bend[one] ?? []
        for (const [other, second] of full.entries())
          line[other] = (line[other] ?? 0) + chance * (1 - chance) * value * second
      }
    }
    for (const [at, step] of solve(bend, slope).entries()) weights[at] = (weights[at] ?? 0) + step
  }
  return weights
}

/** Gauss: what the matrix turns into the given numbers. */
function solve(matrix: readonly (readonly number[])[], given: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, given[at] ?? 0])
  const count = rows.length
  for (let at = 0; at < count; at++) {
    const best = rows
      .slice(at)
      .reduce((top, row) => (Math.abs(row[at] ?? 0) > Math.abs(top[at] ?? 0) ? row : top))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(at, 0, best)
    for (const [other, row] of rows.entries()) {
      if (other === at) continue
      const factor = (row[at] ?? 0) / (best[at] ?? 1)
      for (let by = at; by <= count; by++) row[by] = (row[by] ?? 0) - factor * (best[by] ?? 0)
    }
  }
  return rows.map((row, at) => (row[count] ?? 0) / (row[at] ?? 1))
}

/** A piece of a text, and whether it stands in this version alone. */
export type Piece = { readonly text: string; readonly differs: boolean }

/** Above so many pairs of words nobody looks for single ones: the middle differs as a whole. */
const mostPairs = 1_000_000

/** Words with the blanks behind them, so that nothing is lost in joining them again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/g) ?? [text]

/** Which words of `a` stand in `b` as well, in the same order: as many as possible. */
function commonWords(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  if (a.length * b.length > mostPairs) return new Set()
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  const isSame = (i: number, j: number): boolean => a[i]?.trim() === b[j]?.trim()
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const common = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (isSame(i, j)) {
      common.add(i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return common
}

/** A text in pieces, by what of it does not stand in the other one. */
export function differ(text: string, other: string): Piece[] {
  const [a, b] = [wordsOf(text), wordsOf(other)]
  let [start, end] = [0, 0]
  const least = Math.min(a.length, b.length)
  while (start < least && a[start]?.trim() === b[start]?.trim()) start += 1
  while (end < least - start && a[a.length - 1 - end]?.trim() === b[b.length - 1 - end]?.trim()) end += 1
  const common = commonWords(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const pieces: { text: string; differs: boolean }[] = []
  for (const [index, word] of a.entries()) {
    const differs = index >= start && index < a.length - end && !common.has(index - start)
    const last = pieces.at(-1)
    if (last?.differs === differs) last.text += word
    else pieces.push({ text: word, differs })
  }
  return pieces
}

/** Lines in one text, and where each of them begins: so the browser's own search goes through all of them at once. */
export type Text = { readonly whole: string; readonly starts: readonly number[] }

/** A text with a line end between each two of its lines; '' has none. */
export function textOf(whole: string): Text {
  const starts = whole === '' ? [] : [0]
  for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', end + 1)) starts.push(end + 1)
  return { whole, starts }
}

/** The n-th line, without its end; '' where there is none. */
export const lineAt = ({ whole, starts }: Text, at: number): string =>
  whole.slice(starts[at] ?? whole.length, (starts[at + 1] ?? whole.length + 1) - 1)

/** Of each of these, one must stand in a line. None of them is empty. */
export type Needs = readonly (readonly string[])[]

/** Which lines have one of these, in their order. */
function* linesWith({ whole, starts }: Text, words: readonly string[]): Generator<number> {
  const next = (word: string, from: number): number => {
    const at = whole.indexOf(word, from)
    return at < 0 ? Infinity : at
  }
  let nexts = words.map((word) => next(word, 0))
  for (let line = 0; ;) {
    const first = Math.min(...nexts)
    if (first === Infinity) return
    while ((starts[line + 1] ?? Infinity) <= first) line += 1
    yield line
    const from = starts[line + 1] ?? Infinity
    nexts = nexts.map((at, of) => (at < from ? next(words[of] ?? '', from) : at))
  }
}

const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length))

/** Which lines have all that is needed, in their order; without any need all that begin with a blank. */
export function* linesThatHave(text: Text, needs: Needs): Generator<number> {
  // What is long is rare: few lines have to be looked at for the rest.
  const [rarest = [' ']] = [...needs].sort((one, other) => shortest(other) - shortest(one))
  for (const at of linesWith(text, rarest)) {
    const line = lineAt(text, at)
    if (needs.every((words) => words.some((word) => line.includes(word)))) yield at
  }
}

/** The first of them, so many at most: the rest isn't looked for. */
export function firstOf(found: Iterable<number>, most: number): number[] {
  const first: number[] = []
  for (const at of found) {
    first.push(at)
    if (first.length >= most) break
  }
  return first
}

/** The beginning of a text, up to the end of a word; `most` is in letters as JavaScript counts them. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  // A text without blanks is cut between two signs, never within one.
  const words = /^([^]*\S)\s/.exec(cut)?.[1] ?? Array.from(cut).slice(0, -1).join('')
  return `${words.replace(/[,;:]$/, '')} …`
}

/** What a list calls a longer text: the beginning of its first line. */
export const firstWords = (text: string): string => beginningOf(text.trim().split('\n')[0] ?? '', 119)

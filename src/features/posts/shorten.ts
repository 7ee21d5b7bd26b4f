/** A full stop behind a number or a single letter ("5. Juni", "z. B.") ends no sentence. */
const endsSentence = /(?:[!?…]|[\p{L}\p{M}]{2}["”“»)]*\.)["”“»)]*$/u

/** The sentences of a text, each with the blanks behind it. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let begun = ''
  for (const part of text.split(/(?<=\s)(?=\S)/)) {
    begun += part
    if (endsSentence.test(part.trimEnd()) || part.includes('\n')) {
      sentences.push(begun)
      begun = ''
    }
  }
  return begun ? [...sentences, begun] : sentences
}

/** The first sentences of a text, as many as fit into `most` characters; of a sentence that is too long, its first words. */
export function shorten(text: string, most: number): string {
  const whole = text.trim()
  if (whole.length <= most) return whole
  let short = ''
  for (const sentence of sentencesOf(whole)) {
    if ((short + sentence).trimEnd().length > most) break
    short += sentence
  }
  if (short.trim()) return short.trim()
  const cut = whole.slice(0, most - 1)
  const blank = cut.search(/\s\S*$/)
  return `${cut.slice(0, blank > 0 ? blank : cut.length).trim()}…`
}

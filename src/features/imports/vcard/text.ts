import { limits } from './limits.ts'

const controls = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\uFEFF]/gu
const newLines = /\r\n?|[\u2028\u2029]/g
/** More marks on one letter than any script has: normalising a long run of them takes quadratic time. */
const markRuns = /(\p{M}{8})\p{M}+/gu

/** The value without its escapes: \n is a new line; \, \; \: \\ are the signs themselves. */
export function unescapeText(raw: string): string {
  return raw.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}

/** The parts between separators that no backslash escapes, each without its escapes. */
export function splitEscaped(raw: string, separator: ';' | ','): string[] {
  return cutEscaped(raw, separator).map(unescapeText)
}

/** The same parts with their escapes still in place, to be split again. */
export function cutEscaped(raw: string, separator: ';' | ','): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < raw.length && parts.length < limits.parts; at++) {
    if (raw[at] === '\\') at++
    else if (raw[at] === separator) {
      parts.push(raw.slice(start, at))
      start = at + 1
    }
  }
  return parts.length < limits.parts ? [...parts, raw.slice(start)] : parts
}

/** Text for a field of several lines: lines trimmed at their ends, no blank ones around. */
export function cleanText(text: string): string {
  const lines = clean(text, limits.text).split('\n')
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** Text for a field of one line: any white space is one space. */
export function cleanLine(text: string): string {
  return clean(text, limits.line).replace(/\s+/g, ' ').trim()
}

/** The parts that say something, each once (whatever its letters' case), joined. */
export function joinDistinct(parts: readonly string[], separator: string): string {
  return distinct(parts).join(separator)
}

/** The texts that say something, each once, whatever its letters' case. Not more than a list may have. */
export function distinct(texts: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const text of texts) {
    const key = text.toLowerCase()
    if (text !== '' && !seen.has(key)) seen.set(key, text)
  }
  return [...seen.values()].slice(0, limits.list)
}

function clean(text: string, most: number): string {
  // Trimmed first, so that padding costs nothing of what the field may hold.
  const cut = text.trim().slice(0, most)
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
  return whole.replace(newLines, '\n').replace(controls, '').replace(markRuns, '$1').normalize('NFC')
}

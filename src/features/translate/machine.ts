import type { Language } from '../../shared/language.ts'
import { hide, show, type Kept } from './terms.ts'

// The browser's own translator, where it has one: it works on the device, so no text leaves it.

type Pair = { readonly sourceLanguage: string; readonly targetLanguage: string }
type Translator = { translate(text: string): Promise<string>; destroy?(): void }
type Maker = { availability(pair: Pair): Promise<string>; create(pair: Pair): Promise<Translator> }

const maker = (): Maker | undefined =>
  'Translator' in globalThis ? (globalThis as unknown as { Translator: Maker }).Translator : undefined

/** Whether the browser can suggest a translation: not, at once, or after it has loaded what it needs for these languages. */
export type Machine = 'none' | 'ready' | 'loads'

/** What the browser can do for these two languages. */
export async function askMachine(from: string, to: Language): Promise<Machine> {
  const pair = { sourceLanguage: from, targetLanguage: to }
  const can = await maker()
    ?.availability(pair)
    // Browsers refuse languages that they have never heard of in this way.
    .catch(() => 'unavailable')
  if (can === 'available') return 'ready'
  return can === 'downloadable' || can === 'downloading' ? 'loads' : 'none'
}

/** A suggestion for a text, line by line, with the words of the glossary kept. Rejects where the browser refuses. */
export async function suggest(
  text: string,
  from: string,
  to: Language,
  terms: readonly Kept[],
): Promise<{ text: string; lost: string[] }> {
  const translator = await maker()?.create({ sourceLanguage: from, targetLanguage: to })
  if (!translator) throw new Error('this browser has no translator')
  try {
    const hidden = hide(text, terms)
    const lines: string[] = []
    for (const line of hidden.split('\n')) lines.push(line.trim() ? await translator.translate(line) : '')
    return show(hidden, lines.join('\n'), terms)
  } finally {
    translator.destroy?.()
  }
}

import type { Language } from '../../shared/language.ts'
import { hide, show, type Kept } from './terms.ts'

// The browser's own translator, where it has one: it works on the device, so no text leaves it.

type Pair = { readonly sourceLanguage: string; readonly targetLanguage: string }
type Translator = { translate(text: string): Promise<string>; destroy?(): void }
type Progress = Event & { readonly loaded: number }
type Making = Pair & { readonly signal: AbortSignal; readonly monitor: (loading: EventTarget) => void }
type Maker = { availability(pair: Pair): Promise<string>; create(making: Making): Promise<Translator> }

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

/** A browser that cannot load what it needs waits for ever, Chromium without a network too: so long nothing may come. */
const patience = 60_000

/** The browser's translator once it is loaded; undefined where there is none. Rejects where nothing comes any more. */
async function makeTranslator(pair: Pair, onLoaded: (part: number) => void): Promise<Translator | undefined> {
  const given = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => given.abort(), patience)
  }
  const monitor = (loading: EventTarget): void =>
    loading.addEventListener('downloadprogress', (event) => {
      wait()
      onLoaded((event as Progress).loaded)
    })
  wait()
  try {
    return await maker()?.create({ ...pair, signal: given.signal, monitor })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A suggestion for a text, line by line, with the words of the glossary kept. Rejects where the browser refuses. While it loads, it
 * tells which part is there, from 0 to 1.
 */
export async function suggest(
  text: string,
  from: string,
  to: Language,
  terms: readonly Kept[],
  onLoaded: (part: number) => void = () => undefined,
): Promise<{ text: string; lost: string[] }> {
  const translator = await makeTranslator({ sourceLanguage: from, targetLanguage: to }, onLoaded)
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

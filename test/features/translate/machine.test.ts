import { afterEach, describe, expect, it, vi } from 'vitest'
import { askMachine, suggest } from '../../../src/features/translate/machine.ts'
import { hide, show, termsIn } from '../../../src/features/translate/terms.ts'

afterEach(() => vi.unstubAllGlobals())

type Fake = { availability?: () => Promise<string>; translate?: (text: string) => Promise<string> }

/** A browser that has a translator. */
function withTranslator({ availability, translate }: Fake): { destroyed: () => number } {
  let destroyed = 0
  vi.stubGlobal('Translator', {
    availability: availability ?? (() => Promise.resolve('available')),
    create: () =>
      Promise.resolve({
        translate: translate ?? ((text: string) => Promise.resolve(text.toUpperCase())),
        destroy: () => (destroyed += 1),
      }),
  })
  return { destroyed: () => destroyed }
}

describe('the translator of the browser', () => {
  it('is not asked for where there is none', async () => {
    expect(await askMachine('de', 'pl')).toBe('none')
    await expect(suggest('Bus', 'de', 'pl', [])).rejects.toThrow('no translator')
  })

  it.each([
    ['available', 'ready'],
    ['downloadable', 'loads'],
    ['downloading', 'loads'],
    ['unavailable', 'none'],
    ['something new', 'none'],
  ])('that says %s is %s', async (said, machine) => {
    withTranslator({ availability: () => Promise.resolve(said) })
    expect(await askMachine('de', 'pl')).toBe(machine)
  })

  it('that has never heard of a language is none', async () => {
    withTranslator({ availability: () => Promise.reject(new RangeError('hu')) })
    expect(await askMachine('de', 'hu')).toBe('none')
  })

  it('translates line by line, so that paragraphs stay', async () => {
    const { destroyed } = withTranslator({})
    const made = await suggest('Montag: Chor\n\nDienstag: Bus', 'de', 'pl', [])
    expect(made).toEqual({ text: 'MONTAG: CHOR\n\nDIENSTAG: BUS', lost: [] })
    expect(destroyed()).toBe(1)
  })

  it('that refuses leaves nothing open', async () => {
    const { destroyed } = withTranslator({ translate: () => Promise.reject(new Error('too long')) })
    await expect(suggest('Bus', 'de', 'pl', [])).rejects.toThrow('too long')
    expect(destroyed()).toBe(1)
  })
})

describe('a translator that has to be loaded first', () => {
  afterEach(() => void vi.useRealTimers())

  /** One that loads for ever, as Chromium does without a network. */
  function loading(): { loaded: (part: number) => void } {
    const load = new EventTarget()
    vi.stubGlobal('Translator', {
      create: ({ signal, monitor }: { signal: AbortSignal; monitor: (one: EventTarget) => void }) => {
        monitor(load)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    })
    return {
      loaded: (part) => load.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: part })),
    }
  }

  it('is given up where nothing comes for a minute, and tells meanwhile how much is there', async () => {
    vi.useFakeTimers()
    const { loaded } = loading()
    const parts: number[] = []
    let isOver = false
    const refused = suggest('Bus', 'de', 'pl', [], (part) => parts.push(part)).catch((reason: unknown) => {
      isOver = true
      return reason
    })
    await vi.advanceTimersByTimeAsync(59_000)
    loaded(0.5)
    await vi.advanceTimersByTimeAsync(59_000)
    expect([isOver, parts]).toEqual([false, [0.5]])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isOver).toBe(true)
    expect(await refused).toMatchObject({ name: 'AbortError' })
  })
})

describe('the words of the glossary', () => {
  const terms = [
    { name: 'Stammtisch' },
    { name: 'Rathaus', 'forms/pl': 'Ratusz' },
    { name: 'Ratusz', 'forms/de': 'Altes Rathaus' },
    { name: '' },
  ]

  it('are those that begin a word of the text, the longest first', () => {
    expect(termsIn('Nach dem stammtisch ins Alte, Altes Rathaus.', terms, 'de', 'pl')).toEqual([
      { from: 'Altes Rathaus', to: 'Ratusz' },
      { from: 'Stammtisch', to: 'Stammtisch' },
      { from: 'Rathaus', to: 'Ratusz' },
    ])
    expect(termsIn('des Stammtischs', terms, 'de', 'hu')).toEqual([{ from: 'Stammtisch', to: 'Stammtisch' }])
    expect(termsIn('Weinstammtisch', terms, 'de', 'hu')).toEqual([])
  })

  it('are kept from the machine and put back as they are called there', async () => {
    const text = 'Unser Stammtisch ist im Rathaus. Stammtischler kommen auch.'
    const kept = termsIn(text, terms, 'de', 'pl')
    const hidden = hide(text, kept)
    expect(hidden).toBe('Unser [[0]] ist im [[1]]. Stammtischler kommen auch.')
    expect(show(hidden, 'Nasz [[ 0 ]] jest w [[1]].', kept)).toEqual({
      text: 'Nasz Stammtisch jest w Ratusz.',
      lost: [],
    })
  })

  it('that the machine lost are named', () => {
    const kept = termsIn('Stammtisch im Rathaus', terms, 'de', 'pl')
    const hidden = hide('Stammtisch im Rathaus', kept)
    expect(show(hidden, 'Spotkanie w [[1]] i [[7]]', kept)).toEqual({
      text: 'Spotkanie w Ratusz i [[7]]',
      lost: ['Stammtisch'],
    })
  })

  it('may hold any signs', () => {
    const kept = termsIn('Café (C++) lädt ein', [{ name: 'Café (C++)' }], 'de', 'pl')
    expect(hide('Café (C++) lädt ein', kept)).toBe('[[0]] lädt ein')
  })
})

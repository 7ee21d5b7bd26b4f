// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { DocumentPage } from '../../../src/features/chronicle/page.tsx'
import { EventForm } from '../../../src/features/events/form.tsx'
import { EventList } from '../../../src/features/events/list.tsx'
import { NextEvent } from '../../../src/features/events/next.tsx'
import { EventPage } from '../../../src/features/events/page.tsx'
import { PrintEvents } from '../../../src/features/events/print-list.tsx'
import { Board } from '../../../src/features/ideas/board.tsx'
import { NewsRows } from '../../../src/features/news/rows.tsx'
import { NoteList } from '../../../src/features/notes/list.tsx'
import { ProjectList } from '../../../src/features/projects/list.tsx'
import { TranslateList } from '../../../src/features/translate/list.tsx'
import { VisitList } from '../../../src/features/visits/list.tsx'
import { nameFor, textFor } from '../../../src/records/translated-words.ts'
import { markOf } from '../../../src/records/translation.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { workOut } from '../../db/calendar/whole.ts'
import { openForTest } from '../../house/open.tsx'

// happy-dom has no layout, so nothing ever comes into sight there.
globalThis.IntersectionObserver = class {
  observe(): void {}
  disconnect(): void {}
} as unknown as typeof IntersectionObserver

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
})

afterEach(() => {
  cleanup()
  opened.close()
})

async function add(record: string, kind: string, set: Fields): Promise<void> {
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  await workOut(opened.notebook)
}

/** Written in Polish, and translated into the German that the screens speak. */
const twice = (field: string, written: string, translated: string): Fields => ({
  language: 'pl',
  [field]: written,
  [`in/de/${field}`]: { text: translated, of: markOf(written), by: 'Anna Nowak' },
})

const day = { date: '2026-12-05', time: '18:00', zone: 'Europe/Berlin' }

/** What stands there, and in which language it says it is. */
async function shows(text: string, lang: string): Promise<void> {
  const [found] = await screen.findAllByText(text)
  expect(found?.getAttribute('lang')).toBe(lang)
}

describe('a list', () => {
  it.each([
    ['event', twice('title', 'Spotkanie', 'Treffen'), () => <EventList current={undefined} day="" />, day],
    ['event', twice('title', 'Spotkanie', 'Treffen'), () => <NextEvent />, day],
    ['event', twice('title', 'Spotkanie', 'Treffen'), () => <PrintEvents />, day],
    ['event', twice('title', 'Spotkanie', 'Treffen'), () => <EventList current={undefined} day="" />, {}],
    ['project', twice('title', 'Wyjazd', 'Treffen'), () => <ProjectList current={undefined} />, {}],
    ['idea', twice('title', 'Pomysł', 'Treffen'), () => <Board />, { state: 'shared' }],
    ['idea', twice('goal', 'Po co', 'Treffen'), () => <Board />, { state: 'shared', title: 'x' }],
    [
      'note',
      twice('text', 'Było miło.\nDrugi wiersz', 'Treffen\nZweite Zeile'),
      () => <NoteList />,
      { date: '2026-11-21' },
    ],
    [
      'visit',
      twice('title', 'Wizyta', 'Treffen'),
      () => <VisitList />,
      { date: '2026-11-21', town: 'Kraków' },
    ],
  ])(
    'of the kind %s shows what is translated in the reader’s words',
    async (kind, fields, screenOf, more) => {
      await add('r', kind, { ...fields, ...more })
      opened.show(screenOf())
      await shows('Treffen', 'de')
      expect(screen.queryByText(/Spotkanie|Wyjazd|Pomysł|Po co|Było|Wizyta/)).toBeNull()
    },
  )

  it('shows what nobody translated as it was written, and says in which language', async () => {
    await add('e', 'event', { title: 'Spotkanie', language: 'pl', ...day })
    opened.show(<EventList current={undefined} day="" />)
    await shows('Spotkanie', 'pl')
  })

  it('of news shows the same', async () => {
    await add('n', 'note', { ...twice('text', 'Było miło.', 'Es war schön.'), date: '2026-11-21' })
    const row = await rowOf(opened.notebook, 'n')
    opened.show(<NewsRows news={row ? [{ row, by: 'Anna' }] : []} />)
    await shows('Es war schön.', 'de')
  })

  it('is sorted by what it shows', async () => {
    await add('a', 'project', twice('title', 'Abc', 'Zug'))
    await add('b', 'project', twice('title', 'Zzz', 'Anfang'))
    await add('c', 'project', { title: 'Mitte', language: 'de' })
    opened.show(<ProjectList current={undefined} />)
    await screen.findByText('Mitte')
    const shown = [...document.querySelectorAll('.row b')].map((one) => one.textContent)
    expect(shown.filter((one) => ['Anfang', 'Mitte', 'Zug'].includes(one ?? ''))).toEqual([
      'Anfang',
      'Mitte',
      'Zug',
    ])
  })
})

it('a name is the translation of what is called so, never of another text', () => {
  const fields = {
    title: '',
    text: 'Opis',
    language: 'pl',
    'in/de/text': { text: 'Beschreibung', of: '', by: '' },
  }
  expect(nameFor({ label: '', fields }, 'de')).toEqual({ name: '', lang: undefined })
  expect(nameFor({ label: 'Kraków', fields: { town: 'Kraków' } }, 'de')).toEqual({
    name: 'Kraków',
    lang: undefined,
  })
  expect(textFor({ ...fields, text: '' }, 'text', 'de')).toEqual({ text: '', lang: undefined })
  expect(textFor({ ...fields, language: 'de' }, 'text', 'de')).toEqual({ text: 'Opis', lang: 'de' })
  expect(textFor({ ...fields, 'in/de/text': 7 }, 'text', 'de')).toEqual({ text: 'Opis', lang: 'pl' })
})

it('a document of the chronicle is read in the reader’s language, and its original too', async () => {
  const letter = { ...twice('title', 'List', 'Brief'), ...twice('text', 'Droga Gerdo', 'Liebe Gerda') }
  await add('d', 'document', { ...letter, type: 'letter', date: '1986-11' })
  opened.show(<DocumentPage params={{ id: 'd' }} />)
  expect((await screen.findByRole('heading', { level: 1, name: 'Brief' })).lang).toBe('de')
  await shows('Liebe Gerda', 'de')
  fireEvent.click(screen.getByRole('button', { name: 'Original zeigen' }))
  expect((await screen.findByRole('heading', { level: 1, name: 'List' })).lang).toBe('pl')
  await shows('Droga Gerdo', 'pl')
})

describe('an event', () => {
  const event = {
    ...twice('title', 'Spotkanie', 'Treffen'),
    ...twice('text', 'Zapraszamy', 'Alle sind willkommen'),
    ...twice('agenda', 'Plan', 'Planung'),
    ...day,
  }

  it('is read in the reader’s language, its original one tap away', async () => {
    await add('e', 'event', event)
    opened.show(<EventPage id="e" day="" />)
    await shows('Treffen', 'de')
    await shows('Alle sind willkommen', 'de')
    expect(screen.getByText('Planung')).toBeTruthy()
    expect(screen.getByText(/Übersetzt von Anna Nowak/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Original zeigen' }))
    await shows('Spotkanie', 'pl')
    await shows('Zapraszamy', 'pl')
  })

  it('is written in the language of the screens, unless somebody says another one; a copy keeps its own', async () => {
    opened.show(<EventForm params={{}} />)
    const type = (label: RegExp, text: string): void =>
      void fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
    await screen.findByLabelText('Wie heißt der Termin?')
    type(/^Wie heißt/, 'Spotkanie')
    for (const [label, text] of [
      [/^Tag/, '5'],
      [/^Monat/, '12'],
      [/^Jahr/, '2026'],
      [/^Beginn/, '18:00'],
    ] as const)
      type(label, text)
    fireEvent.click(screen.getByRole('button', { name: 'Mehr angeben' }))
    const german = await screen.findByRole<HTMLInputElement>('radio', { name: 'Deutsch' })
    expect(german.checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
    await new Promise((resolve) => setTimeout(resolve, 600))
    fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
    await waitFor(async () => expect(await listOf(opened.notebook, 'event')).toHaveLength(1))
    const [written] = await listOf(opened.notebook, 'event')
    expect(written?.fields['language']).toBe('pl')
    cleanup()
    opened.show(<EventForm params={{ about: written?.id ?? '' }} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Mehr angeben' }))
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Polski' })).checked).toBe(true)
  })

  it('waits for those who said that they translate', async () => {
    await keepSettings(opened.device, { translates: 'hu' })
    await add('e', 'event', event)
    opened.show(<TranslateList />)
    const link = await screen.findByRole('link', { name: /Spotkanie/ })
    expect(link.getAttribute('href')).toBe('#/translate/e/hu')
  })
})

// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { keepSettings, readSettings } from '../../../src/db/device.ts'
import { rowOf } from '../../../src/db/find.ts'
import { change, save } from '../../../src/db/save.ts'
import { NotePage } from '../../../src/features/notes/page.tsx'
import { ProjectPage } from '../../../src/features/projects/project.tsx'
import { TranslateForm } from '../../../src/features/translate/form.tsx'
import { Languages } from '../../../src/features/translate/languages.tsx'
import { TranslateList } from '../../../src/features/translate/list.tsx'
import { listNeeds } from '../../../src/features/translate/needs.ts'
import { VisitPage } from '../../../src/features/visits/visit.tsx'
import { markOf } from '../../../src/records/translation.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { openForTest, wordsIn } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Anna Nowak' })
  location.hash = ''
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  opened.close()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  opened.clock.now += 1000
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const fieldsOf = async (id: string): Promise<Fields> => (await rowOf(opened.notebook, id))?.fields ?? {}

// The reader is German: what is strange to them is Polish.
const polish = 'Autobus jest zamówiony.'
const note = (more: Fields = {}): Promise<string> =>
  add('note', { text: polish, date: '2026-11-21', author: 'Marek', language: 'pl', ...more })
const inGerman = (text: string, more: Fields = {}): Fields => ({
  'in/de/text': { text, of: markOf(polish), by: 'Anna Nowak', ...more },
})

const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }))

/** A second tap on the same button counts only after a while. */
const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 600))

const area = (name = 'Auf Deutsch'): Promise<HTMLElement> => screen.findByRole('textbox', { name })

async function write(text: string): Promise<void> {
  fireEvent.input(await area(), { target: { value: text } })
}

describe('a text that others wrote', () => {
  it('stands there in the language of the reader, the original one tap away', async () => {
    const id = await note(inGerman('Der Bus ist bestellt.'))
    opened.show(<NotePage params={{ id }} />, features)
    expect((await screen.findByText('Der Bus ist bestellt.')).lang).toBe('de')
    expect(screen.getByText('Übersetzt von Anna Nowak · aus dem Polnischen')).toBeTruthy()
    await press('Original zeigen')
    expect((await screen.findByText(polish)).lang).toBe('pl')
    expect(screen.getByText('Auf Polnisch geschrieben')).toBeTruthy()
    await later()
    await press('Übersetzung zeigen')
    expect(await screen.findByText('Der Bus ist bestellt.')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Ins Deutsche übersetzen' })).toBeNull()
  })

  it('says when the original has changed, and when only a machine translated it', async () => {
    const id = await note(inGerman('Der Bus ist bestellt.', { isMachine: true, by: '' }))
    opened.show(<NotePage params={{ id }} />, features)
    await screen.findByText('Automatisch übersetzt, noch nicht geprüft · aus dem Polnischen')
    expect(screen.queryByText('Das Original hat sich seitdem geändert.')).toBeNull()
    await change(opened.notebook, [id], { text: 'Autobus jest odwołany.' })
    expect(await screen.findByText('Das Original hat sich seitdem geändert.')).toBeTruthy()
  })

  it('in a strange language is named, and whoever may write can translate it', async () => {
    const id = await note()
    opened.show(<NotePage params={{ id }} />, features)
    expect((await screen.findByText(polish)).lang).toBe('pl')
    expect(screen.getByText('Auf Polnisch geschrieben')).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Ins Deutsche übersetzen' })
    expect(link.getAttribute('href')).toBe(`#/translate/${id}/de`)
    cleanup()
    opened.show(
      <MayWriteContext.Provider value={false}>
        <NotePage params={{ id }} />
      </MayWriteContext.Provider>,
      features,
    )
    await screen.findByText('Auf Polnisch geschrieben')
    expect(screen.queryByRole('link', { name: 'Ins Deutsche übersetzen' })).toBeNull()
  })

  it('is left alone where the reader reads it', async () => {
    await keepSettings(opened.device, { reads: 'pl' })
    opened.show(<NotePage params={{ id: await note() }} />, features)
    await screen.findByText(polish)
    expect(screen.queryByText('Auf Polnisch geschrieben')).toBeNull()
  })

  it('leads those on who translate', async () => {
    await keepSettings(opened.device, { reads: 'pl', translates: 'hu,pl' })
    opened.show(<NotePage params={{ id: await note() }} />, features)
    expect(await screen.findByRole('link', { name: 'Ins Ungarische übersetzen' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Ins Polnische übersetzen' })).toBeNull()
  })

  it('is shown so on the pages of projects and visits as well', async () => {
    const title = { text: 'Chorreise', of: markOf('Wyjazd chóru'), by: 'Anna Nowak' }
    const project = await add('project', { title: 'Wyjazd chóru', language: 'pl', 'in/de/title': title })
    opened.show(<ProjectPage id={project} />, features)
    expect((await screen.findByRole('heading', { level: 1, name: 'Chorreise' })).lang).toBe('de')
    expect(screen.queryByText('Ein Teil ist noch nicht übersetzt.')).toBeNull()
    await change(opened.notebook, [project], { goal: 'Śpiew' })
    expect(await screen.findByText('Ein Teil ist noch nicht übersetzt.')).toBeTruthy()
    expect(screen.getByText('Śpiew').lang).toBe('pl')
    cleanup()
    const story = { text: 'Wir sangen.', of: markOf('Śpiewaliśmy.'), by: '' }
    const visit = await add('visit', { story: 'Śpiewaliśmy.', language: 'pl', 'in/de/story': story })
    opened.show(<VisitPage params={{ id: visit }} />, features)
    expect((await screen.findByText('Wir sangen.')).lang).toBe('de')
    expect(screen.getByText('Übersetzung · aus dem Polnischen')).toBeTruthy()
  })
})

const translate = (id: string, language = 'de'): unknown =>
  opened.show(<TranslateForm params={{ id, language }} />, features)

describe('translating', () => {
  it('keeps what is written with what it was made of and by whom', async () => {
    const id = await note()
    translate(id)
    await write('Der Bus ist bestellt.')
    expect((await area()).lang).toBe('de')
    expect(screen.getByText(polish).lang).toBe('pl')
    expect(screen.getByRole('heading', { level: 2, name: 'Text der Notiz' })).toBeTruthy()
    await press('Fertig')
    await waitFor(async () =>
      expect((await fieldsOf(id))['in/de/text']).toEqual({
        text: 'Der Bus ist bestellt.',
        of: markOf(polish),
        by: 'Anna Nowak',
      }),
    )
    expect((await fieldsOf(id))['text']).toBe(polish)
  })

  it('of a text that was emptied again takes the translation away', async () => {
    const id = await note(inGerman('Der Bus ist bestellt.'))
    translate(id)
    await write('')
    await press('Fertig')
    await waitFor(async () => expect((await fieldsOf(id))['in/de/text']).toBeNull())
  })

  it('says what has changed since, until somebody finds it right', async () => {
    const id = await note(inGerman('Der Bus ist bestellt.'))
    await change(opened.notebook, [id], { text: 'Autobus jest już zamówiony.' })
    translate(id)
    await screen.findByText('Das Original hat sich geändert')
    await press('Passt so')
    await waitFor(() => expect(screen.queryByText('Das Original hat sich geändert')).toBeNull())
    await press('Fertig')
    const of = markOf('Autobus jest już zamówiony.')
    await waitFor(async () => expect((await fieldsOf(id))['in/de/text']).toMatchObject({ of }))
  })

  it('asks for the language of the original where nobody said it', async () => {
    const id = await add('project', { title: 'Wyjazd chóru', goal: 'Śpiew' })
    translate(id)
    await screen.findByRole('group', { name: 'In welcher Sprache steht das Original?' })
    fireEvent.click(screen.getByRole('radio', { name: 'Deutsch' }))
    expect(await screen.findByText('Das Original steht schon in dieser Sprache.')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
    const [title] = await screen.findAllByRole('textbox', { name: 'Auf Deutsch' })
    fireEvent.input(title as HTMLElement, { target: { value: 'Chorreise' } })
    await press('Fertig')
    await waitFor(async () => expect((await fieldsOf(id))['language']).toBe('pl'))
    expect((await fieldsOf(id))['in/de/title']).toMatchObject({ text: 'Chorreise' })
  })

  it('of what is no text, or not there, says so', async () => {
    translate(await add('person', { givenName: 'Anna' }))
    await screen.findByText('Diesen Eintrag gibt es hier nicht.')
    cleanup()
    translate(newId())
    await screen.findByText('Diesen Eintrag gibt es hier nicht.')
    cleanup()
    translate(await note(), 'tlh')
    await screen.findByText('Diesen Eintrag gibt es hier nicht.')
  })

  it('offers no suggestion where the browser has no translator', async () => {
    translate(await note())
    await area()
    expect(screen.queryByRole('button', { name: 'Vorschlag des Geräts einsetzen' })).toBeNull()
  })
})

/** A browser with a translator that does this with a line. */
function withTranslator(said: string, make: (line: string) => Promise<string>): void {
  const create = () => Promise.resolve({ translate: make })
  vi.stubGlobal('Translator', { availability: () => Promise.resolve(said), create })
}

describe('the suggestion of a machine', () => {
  it('is marked as such until a person changes it, and keeps the words of the glossary', async () => {
    await add('term', { name: 'autobus', 'forms/de': 'Pendelbus' })
    const id = await note()
    withTranslator('available', (line) => Promise.resolve(line.replace('jest zamówiony', 'ist bestellt')))
    translate(id)
    expect(await screen.findByText('Namen und Begriffe: autobus → Pendelbus')).toBeTruthy()
    await press('Vorschlag des Geräts einsetzen')
    await screen.findByDisplayValue('Pendelbus ist bestellt.')
    expect(screen.getByText('Automatisch übersetzt, noch nicht geprüft')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Vorschlag des Geräts einsetzen' })).toBeNull()
    await press('Fertig')
    await waitFor(async () =>
      expect((await fieldsOf(id))['in/de/text']).toMatchObject({ isMachine: true, by: '' }),
    )
    await write('Der Pendelbus ist bestellt.')
    await waitFor(() => expect(screen.queryByText('Automatisch übersetzt, noch nicht geprüft')).toBeNull())
    await later()
    await press('Fertig')
    await waitFor(async () =>
      expect((await fieldsOf(id))['in/de/text']).toEqual({
        text: 'Der Pendelbus ist bestellt.',
        of: markOf(polish),
        by: 'Anna Nowak',
      }),
    )
  })

  it('that is refused says what to do, and changes nothing', async () => {
    const id = await note()
    withTranslator('downloadable', () => Promise.reject(new Error('no')))
    translate(id)
    await screen.findByText('Das Gerät lädt dafür einmal etwas aus dem Internet.')
    await press('Vorschlag des Geräts einsetzen')
    await screen.findByText('Das hat nicht geklappt. Schreiben Sie die Übersetzung selbst.')
    expect('in/de/text' in (await fieldsOf(id))).toBe(false)
  })
})

it('a suggestion that would have to be loaded is not waited for without a network', async () => {
  withTranslator('downloadable', () => Promise.resolve('Der Bus ist bestellt.'))
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  translate(await note())
  await press('Vorschlag des Geräts einsetzen')
  await screen.findByText('Kein Internet. Schreiben Sie die Übersetzung selbst.')
  online.mockReturnValue(true)
  await later()
  await press('Vorschlag des Geräts einsetzen')
  await screen.findByDisplayValue('Der Bus ist bestellt.')
  online.mockRestore()
})

describe('the list of what waits', () => {
  it('asks first which languages somebody translates into, and keeps the answer', async () => {
    opened.show(<TranslateList />, features)
    await screen.findByText('Übersetzen Sie für die anderen? Sagen Sie zuerst, in welche Sprachen.')
    cleanup()
    opened.show(<Languages />, features)
    const into = await screen.findByRole('group', { name: 'In welche Sprachen übersetzen Sie?' })
    fireEvent.click(within(into).getByRole('checkbox', { name: 'Magyar' }))
    await waitFor(async () => expect((await readSettings(opened.device)).translates).toBe('hu'))
    const reads = screen.getByRole('group', { name: 'Welche Sprachen lesen Sie auch?' })
    expect(within(reads).queryByRole('checkbox', { name: 'Deutsch' })).toBeNull()
    fireEvent.click(within(reads).getByRole('checkbox', { name: 'Polski' }))
    await waitFor(async () => expect((await readSettings(opened.device)).reads).toBe('pl'))
    fireEvent.click(within(reads).getByRole('checkbox', { name: 'Polski' }))
    await waitFor(async () => expect((await readSettings(opened.device)).reads).toBe(''))
  })

  it('counts by language, one row an entry, with what it needs', async () => {
    await keepSettings(opened.device, { translates: 'de,hu' })
    await note()
    const stale = await note(inGerman('Der Bus ist bestellt.', { of: 'old' }))
    await add('note', { text: 'Ohne Sprache.', language: '' })
    await add('note', { text: 'Auf Deutsch.', language: 'de' })
    opened.show(<TranslateList />, features)
    const german = (await screen.findByRole('heading', { name: 'Braucht Deutsch: 2 Einträge' })).closest(
      'section',
    )
    const rows = within(german as HTMLElement).getAllByRole('link')
    expect(rows.map((row) => row.textContent)).toEqual([
      `${polish}Notiz · Das Original hat sich geändert`,
      `${polish}Notiz · Auf Polnisch geschrieben`,
    ])
    expect(rows[0]?.getAttribute('href')).toBe(`#/translate/${stale}/de`)
    expect(screen.getByRole('heading', { name: 'Braucht Ungarisch: 3 Einträge' })).toBeTruthy()
  })

  it('keeps what has rested for half a year apart', async () => {
    await keepSettings(opened.device, { translates: 'de' })
    await note({ text: 'Stare.' })
    opened.clock.now += 200 * 24 * 60 * 60 * 1000
    await note({ text: 'Nowe.' })
    const [needs] = await listNeeds(opened.notebook, ['de'])
    expect([needs?.fresh.length, needs?.older.length]).toEqual([1, 1])
    opened.show(<TranslateList />, features)
    await screen.findByText('Nowe.')
    expect(screen.queryByText('Stare.')).toBeNull()
    await press('Auch Älteres zeigen: 1')
    expect(await screen.findByText('Stare.')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Braucht Deutsch: 2 Einträge' })).toBeTruthy()
  })

  it('says so where nothing waits', async () => {
    await keepSettings(opened.device, { translates: 'pl' })
    await note()
    opened.show(<TranslateList />, features)
    expect(await screen.findByText('Im Moment gibt es nichts zu übersetzen.')).toBeTruthy()
  })

  it('counts as Polish does', () => {
    const t = wordsIn('pl')
    const said = [1, 2, 5, 22, 25].map((count) => t('translate.needs.pl', { count }).replaceAll('\u00AD', ''))
    expect(said).toEqual(
      ['1 wpis', '2 wpisy', '5 wpisów', '22 wpisy', '25 wpisów'].map(
        (n) => `Do przetłumaczenia na polski: ${n}`,
      ),
    )
  })
})

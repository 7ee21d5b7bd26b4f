// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { keepSettings } from '../../../src/db/device.ts'
import { listOf } from '../../../src/db/find.ts'
import { unlink } from '../../../src/db/unlink.ts'
import { IdeasAbout } from '../../../src/features/ideas/about.tsx'
import { AgreedForm } from '../../../src/features/ideas/agreed.tsx'
import { Board } from '../../../src/features/ideas/board.tsx'
import { ideaWords } from '../../../src/features/ideas/field-words.ts'
import { IdeaForm } from '../../../src/features/ideas/form.tsx'
import { IdeaPage } from '../../../src/features/ideas/page.tsx'
import { IdeaOnPaper } from '../../../src/features/ideas/print.tsx'
import { questions } from '../../../src/features/ideas/questions.ts'
import { SendIdea } from '../../../src/features/ideas/send.tsx'
import { sayField } from '../../../src/ui/say-field.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { markOf } from '../../../src/records/translation.ts'
import { openForTest, wordsIn } from '../../house/open.tsx'
import { voices } from '../../house/voices.ts'
import { add, again, whole } from './fill.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  location.hash = '#/ideas'
})

afterEach(() => {
  cleanup()
  opened.close()
})

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })

async function tap(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }))
}

async function type(name: RegExp, value: string): Promise<void> {
  fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 520))

describe('the questions', () => {
  it('come one a screen; only the title is needed; what was typed is a draft at once and one change at the end', async () => {
    opened.show(<IdeaForm params={{}} />)
    await heading('Wie heißt die Idee?')
    expect(screen.getByText('Frage 1 von 14')).toBeTruthy()
    await tap('Weiter')
    expect(await screen.findByText('Geben Sie der Idee einen Titel.')).toBeTruthy()
    await type(/^Titel/, 'Chorbuch')
    await pause()
    await tap('Weiter')
    await heading('Wofür ist das gut?')
    await type(/^Wofür/, 'Beide Chöre singen daraus.')
    await waitFor(async () =>
      expect((await opened.notebook.tables.drafts.toArray())[0]?.set).toMatchObject({
        title: 'Chorbuch',
        goal: 'Beide Chöre singen daraus.',
      }),
    )
    fireEvent.click(screen.getByRole('link', { name: 'Zurück' }))
    await heading('Wie heißt die Idee?')
    await tap('Für heute fertig')
    await waitFor(async () => expect(await listOf(opened.notebook, 'idea')).toHaveLength(1))
    const [row] = await listOf(opened.notebook, 'idea')
    expect(row?.fields).toMatchObject({
      title: 'Chorbuch',
      goal: 'Beide Chöre singen daraus.',
      state: 'draft',
      author: 'Renate Vogel',
      language: 'de',
    })
    expect(location.hash).toBe(`#/ideas/${row?.id ?? ''}`)
  })

  it('go on at the first that is open', async () => {
    const idea = await add(opened.notebook, 'idea', { title: 'Chorbuch', goal: 'Singen', town: 'Pécs' })
    opened.show(<IdeaForm params={{ id: idea.id }} />)
    await heading('Wer macht mit, auf beiden Seiten?')
  })

  it('stand all on one page for those who like that, now and the next time', async () => {
    const first = opened.show(<IdeaForm params={{}} />)
    await tap('Alle Fragen auf einer Seite')
    expect(await screen.findAllByRole('heading', { level: 2 })).toHaveLength(questions.length + 1)
    await tap('Fertig')
    expect(await screen.findByText('Geben Sie der Idee einen Titel.')).toBeTruthy()
    await type(/^Titel/, 'Chorbuch')
    await type(/^Kosten im Ganzen/, 'viel')
    await pause()
    await tap('Fertig')
    expect(await screen.findByText(/Diesen Betrag kann Ponte nicht lesen/)).toBeTruthy()
    await type(/^Kosten im Ganzen/, '1.200,50 zł')
    await pause()
    await tap('Fertig')
    await waitFor(async () =>
      expect((await listOf(opened.notebook, 'idea'))[0]?.fields).toMatchObject({
        cost: 120_050,
        currency: 'PLN',
      }),
    )
    first.unmount()
    opened.show(<IdeaForm params={{}} />)
    await heading('Idee aufschreiben')
    await tap('Eine Frage nach der anderen')
    await heading('Wie heißt die Idee?')
  })
})

describe('the board', () => {
  it('shows the sheets by how they stand, the newest first, and finds them by words', async () => {
    const { notebook } = opened
    const at = (day: number): string => `2026-11-0${day}T10:00:00.000Z`
    await add(notebook, 'idea', { title: 'Alt', writtenAt: at(1) })
    await add(notebook, 'idea', { title: 'Neu', writtenAt: at(3), steps: 'Łukasz fragen' })
    await add(notebook, 'idea', { title: 'Mitte', writtenAt: at(2), state: 'shared' })
    await add(notebook, 'idea', { ...whole, state: 'done' })
    opened.show(<Board />)
    const titles = (): string[] =>
      screen.queryAllByRole('heading', { level: 3 }).map((one) => one.textContent.trim())
    await waitFor(() => expect(titles()).toEqual(['Neu', 'Alt', 'Mitte', 'Kochen über die Grenze']))
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Neu, noch im Entwurf',
      'Vorgestellt',
      'Ein Projekt geworden',
    ])
    expect(screen.getByText('Alle im Notizbuch sehen alle Ideen, auch Entwürfe.')).toBeTruthy()
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lukasz' } })
    await waitFor(() => expect(titles()).toEqual(['Neu']))
  })

  it('says what to do while there is none', async () => {
    opened.show(<Board />)
    expect(await screen.findByText('Noch keine Ideen.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Idee aufschreiben' }).getAttribute('href')).toBe('#/ideas/new')
  })
})

describe('the page of an idea', () => {
  it('says what is answered, what is open, and that others see a draft', async () => {
    const idea = await add(opened.notebook, 'idea', {
      title: 'Chorbuch',
      goal: 'Singen',
      fromAuthor: 'Anna Nowak',
    })
    opened.show(<IdeaPage params={{ id: idea.id }} />)
    expect(await screen.findByText('Singen')).toBeTruthy()
    expect(screen.getByText('Das ist noch ein Entwurf. Die anderen sehen ihn auch.')).toBeTruthy()
    expect(screen.getByText('Nach einer Idee von: Anna Nowak')).toBeTruthy()
    expect(screen.getByText(/^Noch offen: Partnerschaft, Mit wem, Für wen/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ein Projekt daraus machen' })).toBeNull()
  })

  it('moves it on with one tap, which can be taken back; who agreed and when stands there', async () => {
    const idea = await add(opened.notebook, 'idea', { title: 'Chorbuch', state: 'shared' })
    opened.show(
      <>
        <IdeaPage params={{ id: idea.id }} />
        <UndoLine />
      </>,
    )
    await tap('Beide Seiten sagen Ja')
    expect(await screen.findByText('Vereinbart am 22. November 2026')).toBeTruthy()
    expect(screen.getByText('Unsere Seite: Renate Vogel')).toBeTruthy()
    expect(screen.getByText('Partnerseite: noch ohne Namen')).toBeTruthy()
    await tap('Rückgängig')
    await waitFor(() => expect(screen.queryByText(/Vereinbart am/)).toBeNull())
    expect((await again(opened.notebook, idea)).fields).toMatchObject({ state: 'shared', agreedOn: '' })
  })

  it('gives nothing to write to those who may only read', async () => {
    const idea = await add(opened.notebook, 'idea', { title: 'Chorbuch', state: 'shared' })
    opened.show(
      <MayWriteContext.Provider value={false}>
        <IdeaPage params={{ id: idea.id }} />
      </MayWriteContext.Provider>,
    )
    expect(await screen.findByRole('link', { name: 'Drucken' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Der Partnerseite schicken' })).toBeTruthy()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.queryByRole('link', { name: 'Idee ändern' })).toBeNull()
  })

  it('keeps the names of both who agreed', async () => {
    const idea = await add(opened.notebook, 'idea', {
      title: 'Chorbuch',
      state: 'agreed',
      agreedOn: '2026-11-20',
    })
    opened.show(<AgreedForm params={{ id: idea.id }} />)
    await type(/auf der Partnerseite/, 'Zsófia Kovács')
    await tap('Fertig')
    await waitFor(async () =>
      expect((await again(opened.notebook, idea)).fields['agreedByThem']).toBe('Zsófia Kovács'),
    )
  })

  it('of a sheet that became a project leads there, and the project’s page leads back', async () => {
    const { notebook } = opened
    const project = await add(notebook, 'project', { title: 'Kochen' })
    const idea = await add(notebook, 'idea', { title: 'Kochidee', state: 'done', project: project.id })
    const page = opened.show(<IdeaPage params={{ id: idea.id }} />)
    const link = await screen.findByRole('link', { name: /Kochen/ })
    expect(link.getAttribute('href')).toBe(`#/projects/${project.id}`)
    expect(screen.queryByRole('button', { name: 'Ein Projekt daraus machen' })).toBeNull()
    page.unmount()
    opened.show(<IdeasAbout id={project.id} />)
    const section = (await screen.findByText('Aus diesem Ideenblatt')).closest('section') as HTMLElement
    expect(within(section).getByRole('link').getAttribute('href')).toBe(`#/ideas/${idea.id}`)
  })
})

describe('the people of an idea', () => {
  it('are links: erasing somebody takes them out', async () => {
    const { notebook } = opened
    const anna = await add(notebook, 'person', { givenName: 'Anna' })
    const idea = await add(notebook, 'idea', { title: 'Chorbuch', [`people/${anna.id}`]: true })
    expect(idea.about).toEqual([anna.id])
    await unlink(notebook, [anna.id])
    expect((await again(notebook, idea)).about).toEqual([])
  })
})

describe('a sheet for others', () => {
  it('is printed with all fourteen questions, lines where nothing is answered, and who agreed', async () => {
    const idea = await add(opened.notebook, 'idea', {
      title: 'Chorbuch',
      state: 'agreed',
      agreedOn: '2026-11-20',
    })
    const { container } = opened.show(<IdeaOnPaper params={{ id: idea.id }} />)
    expect(
      await screen.findByRole('heading', { level: 2, name: '14. Woran merken wir, dass es gut war?' }),
    ).toBeTruthy()
    const pages = [...container.querySelectorAll('.idea-page')]
    expect(pages.map((page) => page.querySelectorAll('h2').length)).toEqual([8, 6])
    expect(container.querySelectorAll('.to-write')).toHaveLength(13)
    expect(screen.getByText(/Vereinbart am 20. November 2026/)).toBeTruthy()
  })

  it('is sent in the language that the people of the partner town speak', async () => {
    const { notebook } = opened
    await add(notebook, 'person', {
      givenName: 'Zsófia',
      town: 'Pécs',
      'languages/hu': true,
      'languages/de': true,
    })
    const idea = await add(notebook, 'idea', whole)
    opened.show(<SendIdea params={{ id: idea.id }} />)
    expect(await screen.findByText(/A válaszok nyelve: német/)).toBeTruthy()
    const mail = screen.getByRole('link', { name: 'Als E-Mail schicken' }).getAttribute('href') ?? ''
    expect(decodeURIComponent(mail)).toContain('Cél\r\nFamilien lernen einander kennen.')
    fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
    expect(await screen.findByText(/Język odpowiedzi: niemiecki/)).toBeTruthy()
  })

  it('goes out in the words into which somebody translated it, and says what is not translated', async () => {
    const { notebook } = opened
    const german = { title: 'Chorbuch', goal: 'Beide singen daraus.', language: 'de' }
    const into = (of: string, text: string) => ({ text, of: markOf(of), by: 'Kovács Zsófia' })
    const half = { ...german, 'in/hu/title': into('Chorbuch', 'Kóruskönyv') }
    const goal = { 'in/hu/goal': into('Beide singen daraus.', 'Mindketten ebből énekelnek.') }
    const [idea, other] = [
      await add(notebook, 'idea', { ...half, ...goal }),
      await add(notebook, 'idea', half),
    ]
    const { unmount } = opened.show(<SendIdea params={{ id: idea.id }} />)
    fireEvent.click(await screen.findByRole('radio', { name: 'Magyar' }))
    const mail = (): string =>
      decodeURIComponent(screen.getByRole('link', { name: 'Als E-Mail schicken' }).getAttribute('href') ?? '')
    await waitFor(() => expect(mail()).toContain('body=Kóruskönyv\r\n\r\nCél\r\nMindketten ebből énekelnek.'))
    expect(mail()).toContain('subject=Kóruskönyv')
    expect(mail()).not.toContain('A válaszok nyelve')
    expect(screen.getByRole('status').textContent).toContain('Übersetzt von Kovács Zsófia')
    unmount()
    opened.show(<SendIdea params={{ id: other.id }} />)
    fireEvent.click(await screen.findByRole('radio', { name: 'Magyar' }))
    await waitFor(() =>
      expect(mail()).toContain('A válaszok nyelve: német\r\n\r\nCél\r\nBeide singen daraus.'),
    )
    expect(screen.getByRole('status').textContent).toContain('Ein Teil ist noch nicht übersetzt.')
    expect(screen.getByRole('link', { name: 'Ins Ungarische übersetzen' }).getAttribute('href')).toBe(
      `#/translate/${other.id}/hu`,
    )
  })

  it('is read aloud and printed in the words that the screen shows', async () => {
    const { spoken } = voices(['de-DE', 'hu-HU'])
    const idea = await add(opened.notebook, 'idea', {
      title: 'Kóruskönyv',
      goal: 'Mindketten ebből énekelnek.',
      language: 'hu',
      'in/de/title': { text: 'Chorbuch', of: markOf('Kóruskönyv') },
      'in/de/goal': { text: 'Beide singen daraus.', of: markOf('Mindketten ebből énekelnek.') },
    })
    const { unmount } = opened.show(<IdeaPage params={{ id: idea.id }} />)
    await tap('Vorlesen')
    expect(spoken).toEqual([{ lang: 'de', text: 'Chorbuch\nBeide singen daraus.' }])
    unmount()
    opened.show(<IdeaOnPaper params={{ id: idea.id }} />)
    expect(await screen.findByRole('heading', { level: 1, name: 'Chorbuch' })).toBeTruthy()
    expect(screen.getByText('Beide singen daraus.')).toBeTruthy()
  })
})

it('the fields of an idea have words of their own', async () => {
  const idea = await add(opened.notebook, 'idea', {
    ...whole,
    'people/abc': true,
    agreedOn: '2026-11-20',
    project: 'x',
  })
  const saying = { t: wordsIn('de'), language: 'de', fields: idea.fields, nameOf: () => 'Anna' } as const
  const said = (field: string): string => {
    const { name, say } = sayField(ideaWords, field, 'access.otherField', saying)
    return `${name} | ${say(idea.fields[field] ?? null)}`
  }
  expect(['way', 'cost', 'people/abc', 'agreedOn', 'state', 'language', 'project'].map(said)).toEqual([
    'Ort | Im Internet',
    'Kosten im Ganzen | 400\u00a0€',
    'Personen aus dem Notizbuch: Anna | Ja',
    'Wann wurde es vereinbart? | 20.\u00a0November 2026',
    'Stand der Idee | vereinbart',
    'Sprache der Antworten | Deutsch',
    'Projekt dazu | Anna',
  ])
  const named = Object.keys(ideaWords)
  const fields = Object.keys(idea.fields).map((field) => field.split('/')[0] ?? '')
  expect(fields.filter((field) => !named.includes(field))).toEqual(['writtenAt'])
})

it('the feature is known to the app by its kind', () => {
  expect(features.find(({ kindKeys }) => kindKeys?.['idea'])?.name).toBe('ideas')
})

// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { finishAbandoned } from '../../../src/db/draft.ts'
import { listAbout, listOf, rowOf } from '../../../src/db/find.ts'
import { addPhoto } from '../../../src/db/photo.ts'
import { change, save } from '../../../src/db/save.ts'
import { unlink } from '../../../src/db/unlink.ts'
import { PostsAbout } from '../../../src/features/posts/about.tsx'
import { postWords } from '../../../src/features/posts/field-words.ts'
import { PostPage } from '../../../src/features/posts/post.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { sayField } from '../../../src/ui/say-field.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest, wordsIn } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let shared: ShareData[]
let visit: string
let anna: string
let jan: string
let photo: string
let facebook: string

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const picture = {
  type: 'image/jpeg',
  bytes: new ArrayBuffer(8),
  thumb: new ArrayBuffer(4),
  width: 4,
  height: 3,
}

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
  anna = await add('person', { givenName: 'Anna', familyName: 'Nowak', namedInPostsOn: '2026-01-01' })
  jan = await add('person', { givenName: 'Jan', familyName: 'Kowalski' })
  facebook = await add('channel', { name: 'Facebook', use: 'social' })
  visit = await add('visit', {
    title: 'Drei Tage bei Freunden',
    date: '2026-06-05',
    language: 'de',
    story: 'Am Abend sang der Chor.',
    [`people/${anna}`]: true,
    [`people/${jan}`]: true,
  })
  photo = await addPhoto(opened.notebook, picture, visit)
  shared = []
  Object.assign(navigator, {
    share: (data: ShareData) => Promise.resolve(void shared.push(data)),
    canShare: () => true,
  })
  location.hash = `#/posts/new/${visit}`
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  opened.close()
})

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 520))

async function tap(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }))
}

const tick = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('checkbox', { name }))

const text = (): Promise<HTMLTextAreaElement> => screen.findByRole('textbox', { name: 'Text' })

async function begin(): Promise<void> {
  opened.show(<PostPage params={{ about: visit }} />)
  fireEvent.click(await screen.findByRole('radio', { name: /^Facebook/ }))
}

describe('a post', () => {
  it('goes out with its text once a channel is chosen, and with no photo that nobody ticked', async () => {
    opened.show(<PostPage params={{ about: visit }} />)
    expect((await text()).value).toContain('Drei Tage bei Freunden')
    expect((await text()).value).toContain('Mit dabei: Anna Nowak')
    expect((await text()).value).not.toContain('Kowalski')
    expect(screen.getByText('Wählen Sie oben, wohin der Beitrag soll.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Mit einer anderen App weitergeben' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /^Facebook/ }))
    await tap('Mit einer anderen App weitergeben')
    await waitFor(() => expect(shared).toHaveLength(1))
    expect(shared[0]).toEqual({ text: (await text()).value })
  })

  it('holds a photo back until everybody in it agreed to that use, and says who', async () => {
    await begin()
    await tick(/^Dieses Foto mitgeben/)
    expect(await screen.findByText(/Bis das feststeht, bleibt das Foto hier/)).toBeTruthy()
    await tick('Jan Kowalski')
    const held = await screen.findByRole('link', {
      name: 'Jan Kowalski: Die Zustimmung fehlt noch. Das Foto bleibt hier.',
    })
    expect(held.getAttribute('href')).toBe(`#/people/${jan}/change`)
    await screen.findByText('1 Foto bleibt hier. Warum, steht beim Foto.')
    await tap('Mit einer anderen App weitergeben')
    await waitFor(() => expect(shared).toHaveLength(1))
    expect(shared[0]?.files).toBeUndefined()

    // What was agreed for a letter is not agreed for everybody to see.
    await change(opened.notebook, [jan], { 'shownIn/message': true })
    await pause()
    expect(screen.getByText('1 Foto bleibt hier. Warum, steht beim Foto.')).toBeTruthy()
    await change(opened.notebook, [jan], { 'shownIn/social': true })
    await screen.findByText('Weitergegeben werden der Text und 1 Foto.')
    await tap('Mit einer anderen App weitergeben')
    await waitFor(() => expect(shared).toHaveLength(2))
    expect(shared[1]?.files?.map(({ type, size }) => [type, size])).toEqual([['image/jpeg', 8]])
  })

  it('takes nobody and somebody in a photo for each other’s opposite, and never lets a stranger out', async () => {
    await begin()
    await tick(/^Dieses Foto mitgeben/)
    await tick('Jemand, der nicht im Notizbuch steht')
    expect(await screen.findByText(/Fragen Sie die Person/)).toBeTruthy()
    await tick('Niemand')
    await screen.findByText('Weitergegeben werden der Text und 1 Foto.')
    await tick('Jan Kowalski')
    await screen.findByText('1 Foto bleibt hier. Warum, steht beim Foto.')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Niemand' }).checked).toBe(false)
  })

  it('goes nowhere with a name in its text that may not stand there', async () => {
    await begin()
    fireEvent.input(await text(), { target: { value: 'Danke an Jan Kowalski und Anna Nowak!' } })
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByRole('link').getAttribute('href')).toBe(`#/people/${jan}/change`)
    expect(screen.queryByRole('button', { name: 'Text kopieren' })).toBeNull()
    await tap('Namen herausnehmen')
    await waitFor(async () => expect((await text()).value).toBe('Danke an […] und Anna Nowak!'))
    expect(await screen.findByRole('button', { name: 'Text kopieren' })).toBeTruthy()
    await pause()
    await tap('Text neu zusammen­stellen')
    await waitFor(async () => expect((await text()).value).toContain('Am Abend sang der Chor.'))
  })

  it('asks for every agreement while nobody knows what kind of channel it is', async () => {
    const board = await add('channel', { name: 'Brett' })
    await change(opened.notebook, [jan], { 'shownIn/social': true })
    opened.show(<PostPage params={{ about: visit }} />)
    fireEvent.click(await screen.findByRole('radio', { name: 'Brett' }))
    const ask = await screen.findByRole('link', { name: /^Was für ein Kanal ist das/ })
    expect(ask.getAttribute('href')).toBe(`#/channels/${board}/change`)
    await tick(/^Dieses Foto mitgeben/)
    await tick('Jan Kowalski')
    expect(await screen.findByText('1 Foto bleibt hier. Warum, steht beim Foto.')).toBeTruthy()
  })

  it('is written down only if somebody wants that, and then once', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
    opened.show(
      <>
        <PostPage params={{ about: visit }} />
        <UndoLine />
      </>,
    )
    fireEvent.click(await screen.findByRole('radio', { name: /^Facebook/ }))
    await tap('Text kopieren')
    expect(await listOf(opened.notebook, 'note')).toEqual([])
    await tap('Als Notiz festhalten')
    await waitFor(async () => expect(await listOf(opened.notebook, 'note')).toHaveLength(1))
    const [note] = await listOf(opened.notebook, 'note')
    expect(note?.fields).toMatchObject({ about: visit, author: 'Renate Vogel', date: '2026-11-22' })
    expect(note?.label).toBe('Beitrag weitergegeben: Facebook, 22.\u00A0November 2026')
    await tap('Rückgängig')
    await waitFor(async () => expect(await listOf(opened.notebook, 'note')).toEqual([]))
  })

  it('is a draft with every tap, stays when one leaves, and others go on with it', async () => {
    await begin()
    await tick(/^Dieses Foto mitgeben/)
    await tick('Jan Kowalski')
    fireEvent.input(await text(), { target: { value: 'Es war schön.' } })
    await waitFor(async () =>
      expect((await opened.notebook.tables.drafts.toArray())[0]?.set).toMatchObject({
        text: 'Es war schön.',
      }),
    )
    const [draft] = await opened.notebook.tables.drafts.toArray()
    cleanup()
    await pause()
    await finishAbandoned(opened.notebook)
    const [post] = (await listAbout(opened.notebook, visit)).filter(({ kind }) => kind === 'post')
    expect(post?.id).toBe(draft?.record)
    expect(post?.fields).toMatchObject({
      about: visit,
      channel: facebook,
      text: 'Es war schön.',
      [`photos/${photo}`]: true,
      [`shown/${photo}/${jan}`]: true,
    })
    // Whoever was at a person's page and comes back goes on with the same one.
    opened.show(<PostPage params={{ about: visit }} />)
    await waitFor(async () => expect((await text()).value).toBe('Es war schön.'))
    cleanup()
    opened.show(<PostPage params={{ id: post?.id ?? '' }} />)
    await waitFor(async () => expect((await text()).value).toBe('Es war schön.'))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Jan Kowalski' }).checked).toBe(true)
    cleanup()
    await unlink(opened.notebook, [jan])
    expect((await rowOf(opened.notebook, post?.id ?? ''))?.fields[`shown/${photo}/${jan}`]).toBeNull()
  })

  it('is deleted and comes back', async () => {
    const id = await add('post', { about: visit, channel: 'message', language: 'de' })
    opened.show(
      <>
        <PostPage params={{ id }} />
        <UndoLine />
      </>,
    )
    await tap('Löschen')
    await waitFor(async () => expect((await rowOf(opened.notebook, id))?.list).toBe('bin'))
    await tap('Rückgängig')
    await waitFor(async () => expect((await rowOf(opened.notebook, id))?.list).toBe('post'))
  })

  it('says so when what it tells of is gone', async () => {
    const id = await add('post', { about: visit, channel: 'message', language: 'de' })
    await change(opened.notebook, [visit], { deletedAt: 1 })
    opened.show(<PostPage params={{ id }} />)
    expect(await screen.findByText('Das, wovon der Beitrag erzählt, ist nicht mehr da.')).toBeTruthy()
  })
})

describe('the page of a record', () => {
  it('leads to a new post and to those that are begun', async () => {
    const id = await add('post', { about: visit, channel: facebook, language: 'de' })
    opened.show(<PostsAbout id={visit} />)
    expect((await screen.findByRole('link', { name: /^Facebook/ })).getAttribute('href')).toBe(
      `#/posts/${id}`,
    )
    expect(screen.getByRole('link', { name: 'Beitrag schreiben' }).getAttribute('href')).toBe(
      `#/posts/new/${visit}`,
    )
  })

  it('says nothing of it to those who may only read, nor at a person', async () => {
    await add('post', { about: visit, channel: facebook, language: 'de' })
    opened.show(
      <MayWriteContext.Provider value={false}>
        <PostsAbout id={visit} />
      </MayWriteContext.Provider>,
    )
    opened.show(<PostsAbout id={anna} />)
    await pause()
    expect(screen.queryByRole('heading')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  })
})

it('calls what it holds by names', () => {
  const saying = { t: wordsIn('de'), language: 'de' as const, fields: {}, nameOf: (id: string) => `(${id})` }
  const said = (field: string): string => sayField(postWords, field, 'access.otherField', saying).name
  expect(said('shown/p/anna')).toContain('(anna)')
  expect(said('shown/p/nobody')).toContain('Niemand')
  expect(sayField(postWords, 'channel', 'access.otherField', saying).say('message')).toBe(
    'An jemanden, dem ich schreibe',
  )
})

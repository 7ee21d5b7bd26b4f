// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAbout, listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { ChannelForm } from '../../../src/features/channels/form.tsx'
import { ChannelList } from '../../../src/features/channels/list.tsx'
import { ChannelPage } from '../../../src/features/channels/page.tsx'
import { pageAddress } from '../../../src/shared/page-address.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

async function add(kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 520))

const type = (name: RegExp, value: string): void =>
  void fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } })

async function pick(legend: string, query: string, name: string): Promise<void> {
  const group = within(await screen.findByRole('group', { name: legend }))
  fireEvent.click(group.getByRole('button', { name: 'Person aussuchen' }))
  fireEvent.input(await group.findByRole('searchbox'), { target: { value: query } })
  fireEvent.click(await group.findByRole('button', { name }))
  await group.findByText(name)
}

it('are added with two people and the place where access lies, which is said never to be the password', async () => {
  const helga = await add('person', { givenName: 'Helga', familyName: 'Brandt' })
  const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
  opened.show(<ChannelForm params={{}} />)
  const access = await screen.findByRole('textbox', { name: /^Wo liegt der Zugang/ })
  const hint = document.getElementById(access.getAttribute('aria-describedby') ?? '')
  expect(hint?.textContent).toContain('nie das Passwort')
  await pause()
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  expect(await screen.findByText('Geben Sie einen Namen ein.')).toBeTruthy()
  type(/^Name des Kanals/, 'Internetseite')
  type(/^Adresse im Internet/, 'www.example.org')
  type(/^Wo liegt der Zugang/, 'Umschlag beim Vorstand')
  await pick('Wer kümmert sich darum?', 'Helga', 'Helga Brandt')
  await pick('Wer kann einspringen?', 'Renate', 'Renate Vogel')
  await pause()
  fireEvent.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(async () => expect(await listOf(opened.notebook, 'channel')).toHaveLength(1))
  const [channel] = await listOf(opened.notebook, 'channel')
  expect(channel?.label).toBe('Internetseite')
  expect(channel?.fields).toEqual({
    name: 'Internetseite',
    address: 'www.example.org',
    access: 'Umschlag beim Vorstand',
    owner: helga,
    deputy: renate,
  })
  for (const person of [helga, renate])
    expect((await listAbout(opened.notebook, person)).map(({ id }) => id)).toEqual([channel?.id])
})

it('are listed by name with those who look after them', async () => {
  const helga = await add('person', { givenName: 'Helga', familyName: 'Brandt' })
  await add('channel', { name: 'Rundbrief' })
  await add('channel', { name: 'Ätherwellen', owner: helga })
  const { container } = opened.show(<ChannelList />)
  await screen.findByText('Rundbrief')
  expect([...container.querySelectorAll('.row')].map((row) => row.textContent)).toEqual([
    'ÄtherwellenHelga Brandt',
    'RundbriefNoch niemand',
  ])
})

it('say what is missing, lead to their address, and go to the bin and back', async () => {
  const id = await add('channel', { name: 'Facebook', address: 'facebook.com/verein' })
  opened.show(
    <>
      <ChannelPage params={{ id }} />
      <UndoLine />
    </>,
  )
  await waitFor(() => expect(screen.getAllByText('Noch niemand')).toHaveLength(2))
  expect(screen.getByText('Das weiß noch niemand.')).toBeTruthy()
  const open = screen.getByRole('link', { name: 'Kanal ansehen' })
  expect(open.getAttribute('href')).toBe('https://facebook.com/verein')
  await pause()
  fireEvent.click(screen.getByRole('button', { name: 'Löschen' }))
  expect(await screen.findByText('Kanal gelöscht.')).toBeTruthy()
  expect((await rowOf(opened.notebook, id))?.list).toBe('bin')
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect((await rowOf(opened.notebook, id))?.list).toBe('channel'))
})

it('are read, not written, by who may only read', async () => {
  const id = await add('channel', { name: 'Facebook', access: 'Umschlag beim Vorstand' })
  opened.show(
    <MayWriteContext.Provider value={false}>
      <ChannelPage params={{ id }} />
      <ChannelList />
    </MayWriteContext.Provider>,
  )
  expect(await screen.findByText('Umschlag beim Vorstand')).toBeTruthy()
  await screen.findByText(/wer sich kümmert/)
  expect(screen.queryByRole('button', { name: 'Löschen' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Ändern' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Kanal eintragen' })).toBeNull()
})

describe('a typed address', () => {
  it.each([
    ['www.example.org', 'https://www.example.org'],
    [' https://example.org/a?b#c ', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org'],
    ['müller-verein.de/seite', 'https://müller-verein.de/seite'],
  ])('becomes a link: %s', (typed, link) => expect(pageAddress(typed)).toBe(link))

  it.each(['', 'beim Vorstand', 'verein@example.org', 'javascript:alert(1)', 'Facebook', 'a:b@example.org'])(
    'is left as it is where it is none: %s',
    (typed) => expect(pageAddress(typed)).toBe(''),
  )
})

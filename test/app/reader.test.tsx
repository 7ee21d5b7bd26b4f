// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import type { ComponentType } from 'preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { features } from '../../src/app/features.ts'
import { forReaders } from '../../src/app/for-readers.ts'
import { workOut } from '../../src/db/calendar/work-out.ts'
import { keepSettings } from '../../src/db/device.ts'
import { save } from '../../src/db/save.ts'
import { Start } from '../../src/features/start/start.tsx'
import type { Fields } from '../../src/shared/value.ts'
import type { Params } from '../../src/ui/feature.ts'
import { MayWriteContext } from '../../src/ui/may-write.ts'
import { matchPath } from '../../src/ui/route.ts'
import { openForTest } from '../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
const reading = await forReaders(features)
const modules = await Promise.all(features.map(async (feature) => feature.details?.()))
const writes = modules.map((module) => module?.details.writes ?? [])

/** One record of each kind that has a page, and parts and things about them. */
const records: readonly (readonly [id: string, kind: string, set: Fields])[] = [
  ['anna', 'person', { givenName: 'Anna', familyName: 'Nowak', 'groups/choir': true, photo: 'portrait' }],
  ['choir', 'group', { name: 'Chor' }],
  ['feast', 'event', { title: 'Stadtfest', date: '2026-11-20', 'invited/anna': true, project: 'trip' }],
  ['weekly', 'event', { title: 'Stammtisch', date: '2026-11-24', rule: 'FREQ=WEEKLY' }],
  ['trip', 'project', { title: 'Chorreise', state: 'postponed', postponedWhy: 'Wetter' }],
  ['call', 'step', { text: 'Anrufen', who: 'anna', until: '2026-11-23', project: 'trip' }],
  ['story', 'visit', { type: 'private', date: '2026-11-01', story: 'Schön war es', 'people/anna': true }],
  ['note', 'note', { text: 'Bus bestellt', date: '2026-11-22', about: 'trip', author: 'Anna Nowak' }],
  ['letter', 'document', { title: 'Brief', type: 'letter', date: '1987' }],
  ['photo', 'photo', { about: 'story', caption: 'Am Rathaus', addedOn: '2026-11-01T10:00:00Z' }],
  ['host', 'hosting', { person: 'anna', beds: '2' }],
  ['cook', 'idea', { title: 'Kochen', state: 'shared', 'people/anna': true }],
  [
    'year',
    'report',
    { kindOf: 'yearly', from: '2026-01-01', to: '2026-12-31', language: 'de', state: 'draft' },
  ],
  ['word', 'term', { name: 'Stadtfest' }],
  ['jena', 'town', { name: 'Jena', country: 'DE', isOurs: true }],
  ['lugoj', 'town', { name: 'Lugoj', country: 'RO', remarks: 'Am Fluss' }],
  [
    'link',
    'partnership',
    {
      name: 'Jena – Lugoj',
      here: 'jena',
      there: 'lugoj',
      state: 'resting',
      stateWhy: 'Niemand da',
      text: 'Seit den Chören',
      'people/anna': 'here',
      'groups/choir': 'there',
      'dates/signed': { date: '1983', type: 'signedHere', counts: 'both', source: '' },
    },
  ],
  ['web', 'channel', { name: 'Internetseite', owner: 'anna' }],
  ['tale', 'post', { about: 'story', channel: 'web', language: 'de', 'shown/photo/anna': true }],
]

const idIn: { readonly [place: string]: string } = {
  people: 'anna',
  groups: 'choir',
  events: 'weekly',
  projects: 'trip',
  steps: 'call',
  visits: 'story',
  notes: 'note',
  chronicle: 'letter',
  photos: 'photo',
  ideas: 'cook',
  yearly: 'year',
  glossary: 'word',
  channels: 'web',
  posts: 'tale',
  towns: 'lugoj',
  partnerships: 'link',
}

/** The circle is not the notebook: its screens ask for the role themselves. */
const isOfCircle = (pattern: string): boolean => /^\/members\/(?!:id)/.test(pattern)

/** Every address of the app but those of writing, with a record of ours in it. */
const screens = reading.flatMap((feature) =>
  Object.entries(feature.routes)
    .filter(([pattern]) => !writes.flat().includes(pattern) && !isOfCircle(pattern))
    .map(([pattern, load]): [string, () => Promise<ComponentType<{ params: Params }>>, Params] => {
      const id = idIn[pattern.split('/')[1] ?? ''] ?? 'x'
      const path = pattern
        .replace(':id', id)
        .replace(':card', 'text-size')
        .replace(':programme', 'cerv')
        .replace(/:\w+/g, '2026-12-01')
      return [path, load, matchPath(pattern, path) ?? {}]
    }),
)

const isWriting = (path: string): boolean => writes.flat().some((pattern) => matchPath(pattern, path))

beforeEach(async () => {
  // What is made to be printed may ask for that.
  window.print = () => undefined
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Anna Nowak', welcomed: 'yes' })
  await save(
    opened.notebook,
    records.map(([record, kind, set]) => ({ record, kind, set, over: {} })),
  )
  await workOut(opened.notebook)
})

afterEach(() => {
  cleanup()
  opened.close()
})

/** All that was written and drafted, in a notebook that would take more. */
const written = async (): Promise<unknown> => [
  await opened.notebook.tables.outbox.toArray(),
  await opened.notebook.tables.drafts.toArray(),
]

/** Shows a screen as to somebody who may only read, once all of its parts are there. */
async function showReader(path: string, Screen: ComponentType<{ params: Params }>, params: Params) {
  location.hash = path
  opened.show(
    <MayWriteContext.Provider value={false}>
      <Screen params={params} />
    </MayWriteContext.Provider>,
    reading,
  )
  await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
}

const linksToForms = (): string[] =>
  [...document.querySelectorAll('a')]
    .map((link) => link.getAttribute('href')?.replace(/^#/, '') ?? '')
    .filter(isWriting)

describe('somebody who may only read', () => {
  it.each(screens)('finds nothing at %s that writes', async (path, load, params) => {
    await showReader(path, await load(), params)
    await waitFor(() => expect(document.querySelector('h1, p, li')).not.toBeNull())
    expect(linksToForms()).toEqual([])
    expect(document.querySelector('main textarea, main input[type="file"], main .danger')).toBeNull()
  })

  it.each(screens.filter(([path, , params]) => 'id' in params && !/\/(print|all)$/.test(path)))(
    'presses whatever there is at %s and changes nothing',
    async (path, load, params) => {
      await showReader(path, await load(), params)
      const before = await written()
      for (const button of screen.queryAllByRole('button')) fireEvent.click(button)
      for (const tick of document.querySelectorAll('main input[type="checkbox"]')) fireEvent.click(tick)
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
      expect(await written()).toEqual(before)
    },
  )

  it('has no big buttons on Start and no doors to what writes', async () => {
    await showReader('/', Start, {})
    expect(document.querySelector('.buttons.big a')).toBeNull()
    const doors = reading.flatMap((feature) => feature.doors ?? []).map((door) => door.path)
    expect(doors.filter(isWriting)).toEqual([])
    expect(doors).toContain('/chronicle')
  })

  it('is told so in place of a form', async () => {
    const [form] = reading.flatMap((feature) => feature.routes['/notes/new'] ?? [])
    expect(form).toBeDefined()
    if (form) await showReader('/notes/new', await form(), {})
    expect(screen.getByRole('heading', { name: 'Hier dürfen Sie lesen' })).toBeTruthy()
    expect(await opened.notebook.tables.drafts.count()).toBe(0)
  })
})

it('whoever may write finds all of that', async () => {
  const [notes] = features.flatMap((feature) => feature.routes['/notes/:id'] ?? [])
  const Screen = await notes?.()
  if (Screen) opened.show(<Screen params={{ id: 'note' }} />, features)
  await waitFor(() => expect(linksToForms()).toContain('/notes/note/change'))
})

it('each address that is said to write is one of the feature', () => {
  for (const [index, { routes }] of features.entries())
    expect(Object.keys(routes)).toEqual(expect.arrayContaining([...(writes[index] ?? [])]))
})

// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepSettings } from '../../src/db/device.ts'
import { heldDrafts, listOf, rowOf } from '../../src/db/find.ts'
import { keepHeld } from '../../src/db/held.ts'
import { save } from '../../src/db/save.ts'
import { VisitsAbout } from '../../src/features/visits/about.tsx'
import { editsOf, seedOf } from '../../src/features/visits/answers.ts'
import { AskScreen } from '../../src/features/visits/ask.tsx'
import { daysAfter, monthAfter } from '../../src/features/visits/days.ts'
import { UnfinishedOnStart } from '../../src/features/visits/on-start.tsx'
import { VisitPage } from '../../src/features/visits/visit.tsx'
import { newId } from '../../src/shared/ids.ts'
import { matchPath, usePath } from '../../src/ui/route.ts'
import { openForTest } from '../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
})
afterEach(() => {
  cleanup()
  opened.close()
})

/** The recording screens at whatever address the app would show them. */
function Recording() {
  const path = usePath()
  const params =
    matchPath('/visits/:id/ask/:step', path) ??
    matchPath('/visits/new/:about', path) ??
    matchPath('/visits/new', path)
  return params ? <AskScreen params={params} /> : null
}

// Nothing here watches the browser's own moves: an address is told as the app's own replacing does.
async function open(path: string): Promise<void> {
  const { replace, watchMoves } = await import('../../src/ui/route.ts')
  if (!isWatched) watchMoves()
  isWatched = true
  replace(path)
  opened.show(<Recording />)
}
let isWatched = false

const asks = (question: string) => screen.findByRole('heading', { level: 1, name: question })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

async function toCheckPage(): Promise<void> {
  await asks('Was für ein Besuch war das?')
  press('Delegation')
  await asks('Wann war der Besuch?')
  press('Weiter')
  await asks('Wer war dabei?')
  press('Weiter')
  await asks('Was haben Sie erlebt?')
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Kuchen im Garten.' } })
  press('Weiter')
  await asks('Haben Sie Fotos?')
  press('Weiter')
  await asks('Stimmt alles so?')
}

describe('recording a visit', () => {
  it('keeps each answer and saves the visit and its next step from the check page alone', async () => {
    await open('/visits/new')
    await toCheckPage()
    expect(await listOf(opened.notebook, 'visit')).toEqual([])
    press('Nächsten Schritt hinzu\u00ADfügen')
    fireEvent.input(await screen.findByRole('textbox', { name: 'Was ist zu tun?' }), {
      target: { value: 'Danken' },
    })
    press('Fertig')
    await waitFor(async () => expect(await listOf(opened.notebook, 'visit')).toHaveLength(1))
    const [visit] = await listOf(opened.notebook, 'visit')
    expect(visit?.fields).toMatchObject({
      type: 'delegation',
      story: 'Kuchen im Garten.',
      author: 'Renate Vogel',
      language: 'de',
      photo: '',
    })
    expect(Object.keys(visit?.fields ?? {}).filter((field) => /^at$|^steps/.test(field))).toEqual([])
    const [step] = await listOf(opened.notebook, 'step')
    expect(step?.fields).toMatchObject({ text: 'Danken', about: visit?.id })
    expect(await heldDrafts(opened.notebook, 'visit')).toEqual([])
    expect(location.hash).toBe(`#/visits/${visit?.id ?? ''}`)
  })

  it('begins with the project that it is recorded from', async () => {
    const project = newId()
    const set = { title: 'Orgelsommer', town: 'Pécs' }
    await save(opened.notebook, [{ record: project, kind: 'project', set, over: {} }])
    await open(`/visits/new/${project}`)
    await asks('Was für ein Besuch war das?')
    press('Delegation')
    await asks('Wann war der Besuch?')
    const [draft] = await heldDrafts(opened.notebook, 'visit')
    expect(draft?.set).toMatchObject({ project, town: 'Pécs', type: 'delegation' })
  })

  it('asks first whether to go on with one that lies unfinished, which Start shows too', async () => {
    const held = { record: newId(), kind: 'visit', first: { type: 'private', town: 'Eger', at: 'what' } }
    await keepHeld(opened.notebook, held, { story: 'Halb.' })
    opened.show(<UnfinishedOnStart />)
    const row = await screen.findByRole('link', { name: /Eger/ })
    expect(row.getAttribute('href')).toBe(`#/visits/${held.record}/ask/what`)
    cleanup()
    await open('/visits/new')
    await asks('Ein Besuch ist noch nicht fertig.')
    fireEvent.click(screen.getByRole('button', { name: /^Weiter/ }))
    await asks('Was haben Sie erlebt?')
    expect(screen.getByDisplayValue('Halb.')).toBeTruthy()
  })
})

describe('what the answers become', () => {
  it('is the visit alone where no next step says anything', () => {
    const edits = editsOf('v', 'p', {
      town: 'Pécs',
      at: 'check',
      'steps/a': { text: ' ', who: '', until: '' },
    })
    expect(edits).toEqual([{ record: 'v', kind: 'visit', set: { town: 'Pécs', photo: 'p' }, over: {} }])
  })

  it('begins with the day of a past event, but not with one of a series', async () => {
    const event = newId()
    const set = { title: 'Chor', town: 'Pécs', date: '2026-05-08' }
    await save(opened.notebook, [{ record: event, kind: 'event', set, over: {} }])
    const row = await rowOf(opened.notebook, event)
    expect(seedOf(row, '2026-11-22')).toEqual({ event, project: '', town: 'Pécs', date: '2026-05-08' })
    expect(seedOf(row, '2026-01-01')).toEqual({ event, project: '', town: 'Pécs' })
  })

  it('counts a week and a month on from any day', () => {
    expect([daysAfter('2026-12-28', 7), monthAfter('2026-01-31'), monthAfter('2026-12-05')]).toEqual([
      '2027-01-04',
      '2026-02-28',
      '2027-01-05',
    ])
  })
})

describe('a visit', () => {
  it('shows its story in its language, its people, and what to do when it is deleted', async () => {
    const [person, visit] = [newId(), newId()]
    const story = { type: 'delegation', date: '2026-05-08', story: 'Pięknie było.', language: 'pl' }
    await save(opened.notebook, [
      { record: person, kind: 'person', set: { givenName: 'Anna', familyName: 'Nowak' }, over: {} },
      { record: visit, kind: 'visit', set: { ...story, [`people/${person}`]: true }, over: {} },
    ])
    opened.show(<VisitPage params={{ id: visit }} />)
    expect((await screen.findByText('Pięknie było.')).getAttribute('lang')).toBe('pl')
    await screen.findByRole('link', { name: /Anna Nowak/ })
    expect(
      screen.getByText('Freitag, 8. Mai 2026'.replace('8. ', '8.\u00A0'), { normalizer: (text) => text }),
    ).toBeTruthy()
    cleanup()
    opened.show(<VisitsAbout id={person} />)
    await screen.findByRole('link', { name: /Delegation/ })
    expect(screen.queryByRole('link', { name: 'Besuch auf\u00ADschreiben' })).toBeNull()
    cleanup()
    opened.show(<VisitPage params={{ id: visit }} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Löschen' }))
    await screen.findByText('Dieser Besuch liegt unter „Gelöschtes“.')
    fireEvent.click(screen.getByRole('button', { name: /Wieder/ }))
    await screen.findByText('Pięknie było.')
  })
})

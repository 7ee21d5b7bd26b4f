// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import { PartnershipsAbout } from '../../../src/features/partnerships/about.tsx'
import { PartnershipForm } from '../../../src/features/partnerships/form.tsx'
import { PartnershipPage } from '../../../src/features/partnerships/page.tsx'
import { takeKnown, type SideForms } from '../../../src/features/partnerships/sides-part.tsx'
import { PartnershipOnPaper } from '../../../src/features/partnerships/print.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields, Value } from '../../../src/shared/value.ts'
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

async function press(name: string | RegExp): Promise<void> {
  await pause()
  fireEvent.click(await screen.findByRole('button', { name }))
}

const inGroup = (name: string | RegExp) => within(screen.getByRole('group', { name }))

/** A town that stands in no list. */
async function writeTown(legend: string, country: string, name: string): Promise<void> {
  const group = within(await screen.findByRole('group', { name: legend }))
  fireEvent.click(group.getByRole('radio', { name: country }))
  fireEvent.click(await group.findByRole('button', { name: 'Mein Ort steht nicht da' }))
  fireEvent.input(await group.findByRole('textbox', { name: 'Name des Ortes' }), { target: { value: name } })
}

const dates: Fields = {
  'dates/a': { date: '1978', type: 'signedHere', counts: 'here', source: 'Urkunde' },
  'dates/b': { date: '1975-05', type: 'signedHere', counts: 'there', source: 'Brief' },
  'dates/c': { date: '1969', type: 'firstContact', counts: 'nobody', source: '' },
}

async function link(more: Fields = {}): Promise<{ id: string; there: string }> {
  const here = await add('town', { name: 'Dortmund', isOurs: true, country: 'DE' })
  const there = await add('town', { name: 'Łódź', country: 'PL', 'names/de': 'Lodsch' })
  return { id: await add('partnership', { name: 'Dortmund – Łódź', here, there, ...more }), there }
}

it('is written down with both towns, which become records of their own', async () => {
  opened.show(<PartnershipForm params={{}} />)
  await screen.findByRole('group', { name: 'Unser Ort' })
  await press('Fertig')
  expect(screen.getByText('Schreiben Sie, wie unser Ort heißt.')).toBeTruthy()
  expect(screen.getByText('Schreiben Sie, mit welchem Ort.')).toBeTruthy()
  await writeTown('Unser Ort', 'Deutschland', 'Dortmund')
  await writeTown('Der andere Ort', 'Polen', 'Łódź')
  fireEvent.click(screen.getByRole('radio', { name: 'Ruht' }))
  fireEvent.input(screen.getByRole('textbox', { name: /^Wie kam es dazu/ }), { target: { value: 'Krank' } })
  await press('Ein Datum auf\u00adschreiben')
  const entry = inGroup('Datum')
  fireEvent.click(entry.getByRole('radio', { name: 'Unter\u00adschrieben in Łódź' }))
  fireEvent.click(entry.getByRole('radio', { name: 'Nur das Jahr' }))
  await press('Fertig')
  expect(screen.getByText('Prüfen Sie das Jahr, zum Beispiel 1987.')).toBeTruthy()
  fireEvent.input(entry.getByRole('textbox', { name: 'Jahr' }), { target: { value: '1978' } })
  await press('Fertig')
  await waitFor(async () => expect(await listOf(opened.notebook, 'partnership')).toHaveLength(1))
  const [partnership] = await listOf(opened.notebook, 'partnership')
  const towns = await listOf(opened.notebook, 'town')
  const [ours, theirs] = ['Dortmund', 'Łódź'].map((name) => towns.find(({ label }) => label === name))
  expect(ours?.fields).toMatchObject({ isOurs: true, country: 'DE' })
  expect(theirs?.fields).toMatchObject({ country: 'PL' })
  const { fields } = partnership ?? { fields: {} }
  expect(fields).toMatchObject({
    name: 'Dortmund – Łódź',
    here: ours?.id,
    there: theirs?.id,
    state: 'resting',
    stateWhy: 'Krank',
  })
  expect(Object.entries(fields).filter(([field]) => field.startsWith('dates/'))).toEqual([
    [expect.any(String), { date: '1978', type: 'signedThere', counts: 'both', source: '' }],
  ])
})

it('knows our own town, offers those that have no partnership yet, and takes people and groups on both sides', async () => {
  await link()
  const free = await add('town', { name: 'Pécs', country: 'HU' })
  const helga = await add('person', { givenName: 'Helga', familyName: 'Brandt' })
  const choir = await add('group', { name: 'Pécsi kórus' })
  opened.show(<PartnershipForm params={{}} />)
  const their = within(await screen.findByRole('group', { name: 'Mit welchem Ort?' }))
  expect(their.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    'Pécs',
    'Anderer Ort',
  ])
  fireEvent.click(their.getByRole('radio', { name: 'Pécs' }))
  await press('Mehr angeben')
  for (const [legend, name] of [
    ['Ansprech\u00adpartner: Dortmund', 'Helga Brandt'],
    ['Ansprech\u00adpartner: Pécs', 'Pécsi kórus'],
  ] as const) {
    const group = within(await screen.findByRole('group', { name: legend }))
    fireEvent.click(group.getByRole('button', { name: 'Person oder Gruppe aussuchen' }))
    fireEvent.click(await group.findByRole('button', { name }))
    await group.findByText(name)
  }
  await press('Fertig')
  await waitFor(async () => expect(await listOf(opened.notebook, 'partnership')).toHaveLength(2))
  const all = await listOf(opened.notebook, 'partnership')
  expect(all.find(({ label }) => label === 'Dortmund – Pécs')?.fields).toMatchObject({
    there: free,
    [`people/${helga}`]: 'here',
    [`groups/${choir}`]: 'there',
  })
  expect(await listOf(opened.notebook, 'town')).toHaveLength(3)
})

it('leaves no town behind where another one was meant after all', async () => {
  await link()
  await add('town', { name: 'Pécs', country: 'HU' })
  opened.show(<PartnershipForm params={{}} />)
  const their = within(await screen.findByRole('group', { name: 'Mit welchem Ort?' }))
  fireEvent.click(their.getByRole('radio', { name: 'Anderer Ort' }))
  await writeTown('Der andere Ort', 'Ungarn', 'Sopron')
  fireEvent.click(their.getByRole('radio', { name: 'Pécs' }))
  await press('Fertig')
  await waitFor(async () => expect(await listOf(opened.notebook, 'partnership')).toHaveLength(2))
  cleanup()
  await pause()
  expect((await listOf(opened.notebook, 'town')).map(({ label }) => label)).toEqual([
    'Dortmund',
    'Łódź',
    'Pécs',
  ])
})

it('shows how it stands, all of its dates in their order without judging, and what is done with the town', async () => {
  const { id } = await link({ ...dates, state: 'resting', stateWhy: 'Niemand da' })
  await add('visit', { type: 'private', town: 'LODZ', date: '2026-05-01', title: 'Im Garten' })
  await add('project', { title: 'Chorreise', town: 'Lodsch', state: 'running' })
  const { container } = opened.show(<PartnershipPage params={{ id }} />)
  expect(await screen.findByRole('heading', { level: 1, name: 'Dortmund – Lodsch' })).toBeTruthy()
  const chips = [...container.querySelectorAll('.chip')].map((chip) => chip.textContent)
  expect(chips).toEqual(['Städte\u00adpartner\u00adschaft', 'Ruht', 'Seit: Mai\u00A01975'])
  expect(screen.getByText('Grund: Niemand da')).toBeTruthy()
  const lines = [...container.querySelectorAll('.timeline li')].map((line) =>
    [...line.children].map((one) => one.textContent),
  )
  expect(lines).toEqual([
    ['1969', 'Erster Kontakt'],
    ['Mai\u00A01975', 'Unter\u00adschrieben in Dortmund', 'Zählt von hier an: Nur Lodsch', 'Quelle: Brief'],
    ['1978', 'Unter\u00adschrieben in Dortmund', 'Zählt von hier an: Nur Dortmund', 'Quelle: Urkunde'],
  ])
  expect(screen.getByText('Es gibt verschiedene Angaben. Hier stehen alle.')).toBeTruthy()
  expect(await screen.findByText('Im Garten')).toBeTruthy()
  expect(screen.getByText('Chorreise')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Alles mit Lodsch zeigen (2)' })).toBeTruthy()
})

it('goes to the bin and back, and stands on the pages of its towns and people', async () => {
  const anna = await add('person', { givenName: 'Anna', familyName: 'Nowak' })
  const { id, there } = await link({ [`people/${anna}`]: 'there' })
  for (const about of [anna, there]) {
    opened.show(<PartnershipsAbout id={about} />)
    expect((await screen.findByRole('link')).getAttribute('href')).toBe(`#/partnerships/${id}`)
    cleanup()
  }
  opened.show(
    <>
      <PartnershipPage params={{ id }} />
      <UndoLine />
    </>,
  )
  await press('Löschen')
  expect(await screen.findByText('Dortmund – Lodsch gelöscht.')).toBeTruthy()
  expect((await rowOf(opened.notebook, id))?.list).toBe('bin')
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect((await rowOf(opened.notebook, id))?.list).toBe('partnership'))
})

it('is read, not written, by who may only read', async () => {
  const { id } = await link(dates)
  opened.show(
    <MayWriteContext.Provider value={false}>
      <PartnershipPage params={{ id }} />
    </MayWriteContext.Provider>,
  )
  expect(await screen.findByRole('link', { name: 'Drucken' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Löschen' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Ändern' })).toBeNull()
})

it('is printed with its dates and where they are from', async () => {
  const { id } = await link(dates)
  opened.show(<PartnershipOnPaper params={{ id }} />)
  const rows = within(await screen.findByRole('table')).getAllByRole('row')
  expect(rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['1969', 'Erster Kontakt', 'Niemand', ''],
    ['Mai\u00A01975', 'Unter\u00adschrieben in Dortmund', 'Nur Lodsch', 'Brief'],
    ['1978', 'Unter\u00adschrieben in Dortmund', 'Nur Dortmund', 'Urkunde'],
  ])
})

it('offers no town that has its partnership already, with us or with another town', async () => {
  await link()
  const [bremen, gdansk] = [
    await add('town', { name: 'Bremen', country: 'DE' }),
    await add('town', { name: 'Gdańsk', country: 'PL' }),
  ]
  await add('partnership', { name: 'Bremen – Gdańsk', here: bremen, there: gdansk })
  await add('town', { name: 'Pécs', country: 'HU' })
  opened.show(<PartnershipForm params={{}} />)
  const their = within(await screen.findByRole('group', { name: 'Mit welchem Ort?' }))
  expect(their.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'Pécs',
    'Anderer Ort',
  ])
})

it('means the town that is known already where somebody writes it down again, by any of its names', async () => {
  const { there } = await link()
  await add('town', { name: 'Lodsch', country: 'DE' })
  opened.show(<PartnershipForm params={{}} />)
  const their = within(await screen.findByRole('group', { name: 'Mit welchem Ort?' }))
  fireEvent.click(their.getByRole('radio', { name: 'Anderer Ort' }))
  await writeTown('Der andere Ort', 'Polen', 'lodsch')
  await press('Fertig')
  await waitFor(async () => expect(await listOf(opened.notebook, 'partnership')).toHaveLength(2))
  cleanup()
  await pause()
  const links = await listOf(opened.notebook, 'partnership')
  expect(links.map(({ fields }) => fields['there'])).toEqual([there, there])
  expect(await listOf(opened.notebook, 'town')).toHaveLength(3)
})

it.each([
  ['near', 53.4, 'known'],
  ['elsewhere', 49.35, 'fresh'],
])('a town of the same name that lies %s is that one, or another', (_, lat, meant) => {
  const formOf = (record: string, values: Record<string, Value>): SideForms['form'] => ({
    record,
    values,
    set: (field, value) => void (values[field] = value),
    isNew: true,
    state: 'kept',
    commit: () => Promise.resolve(),
  })
  const form = formOf('link', { there: 'fresh' })
  const there = formOf('fresh', { name: 'Neustadt', country: 'DE', lat: 53.38, lon: 8.14 })
  const row = { id: 'known', fields: { name: 'Neustadt', country: 'DE', lat, lon: 8.14 } } as unknown as Row
  takeKnown({ form, fresh: { here: formOf('here', {}), there }, towns: [row] }, [row])
  expect(form.values['there']).toBe(meant)
  expect(there.values['name']).toBe(meant === 'fresh' ? 'Neustadt' : '')
})

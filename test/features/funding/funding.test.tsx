// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSettings } from '../../../src/db/device.ts'
import { listOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { Funding } from '../../../src/features/funding/list.tsx'
import { ProgrammePage } from '../../../src/features/funding/page.tsx'
import { programmes } from '../../../src/features/funding/programmes.ts'
import { Remind } from '../../../src/features/funding/remind.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { MayWriteContext } from '../../../src/ui/may-write.ts'
import { UndoLine } from '../../../src/ui/undo.tsx'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  opened = await openForTest()
  await keepSettings(opened.device, { myName: 'Renate Vogel' })
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

const type = (label: RegExp, value: string): void =>
  void fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } })

function typeDay(day: string, month: string, year: string): void {
  type(/^Tag/, day)
  type(/^Monat/, month)
  type(/^Jahr/, year)
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 520))

async function press(name: string): Promise<void> {
  await pause()
  fireEvent.click(await screen.findByRole('button', { name }))
}

it('lists every programme and for whom it is', async () => {
  const { container } = opened.show(<Funding />)
  await screen.findByText('Deutsch-Polnisches Jugendwerk (DPJW)')
  expect(container.querySelectorAll('.row')).toHaveLength(programmes.length)
  expect(screen.getByText(/von 12 bis 26 Jahren aus Deutschland und Polen/)).toBeTruthy()
})

it('prints the fact with its date, and leads to the page of the funder', async () => {
  opened.show(<ProgrammePage params={{ programme: 'europe-cheques' }} />)
  expect(await screen.findByText('Bis zu 25.000 Euro. Ein eigener Anteil ist nicht nötig.')).toBeTruthy()
  expect(screen.getByText(/^Stand: Dezember\s2025$/)).toBeTruthy()
  const page = screen.getByRole('link', { name: 'Seite des Programms öffnen' })
  expect(page.getAttribute('href')).toBe('https://mbeim.nrw/europa-schecks')
  expect(page.getAttribute('rel')).toContain('noopener')
  expect(screen.getByRole('link', { name: 'An eine Frist erinnern' }).getAttribute('href')).toBe(
    '#/funding/europe-cheques/remind',
  )
})

it('offers no reminder to who may only read', async () => {
  opened.show(
    <MayWriteContext.Provider value={false}>
      <ProgrammePage params={{ programme: 'cerv' }} />
    </MayWriteContext.Provider>,
  )
  await screen.findByRole('link', { name: 'Seite des Programms öffnen' })
  expect(screen.queryByRole('link', { name: 'An eine Frist erinnern' })).toBeNull()
})

it('makes one next step of a deadline, in one change, for the one who sets it, and takes it back', async () => {
  const renate = await add('person', { givenName: 'Renate', familyName: 'Vogel' })
  const project = await add('project', { title: '25 Jahre mit Sopron' })
  opened.show(
    <>
      <Remind params={{ programme: 'cerv' }} />
      <UndoLine />
    </>,
  )
  await screen.findByText('Bis wann?')
  typeDay('15', '1', '2027')
  await press('Projekt aussuchen')
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Sopron' } })
  await press('25 Jahre mit Sopron')
  await press('Als nächsten Schritt eintragen')
  await screen.findByText('Die Erinnerung ist eingetragen.')
  const steps = await listOf(opened.notebook, 'step')
  expect(steps.map((step) => step.fields)).toEqual([
    {
      text: 'Antrag stellen – CERV: Geld der EU für Städtepartnerschaften',
      who: renate,
      until: '2027-01-15',
      about: project,
      writtenAt: new Date(opened.clock.now).toISOString(),
    },
  ])
  const changes = await opened.notebook.tables.outbox.where({ record: steps[0]?.id ?? '' }).toArray()
  expect(changes).toHaveLength(1)
  expect(location.hash).toBe(`#/steps/${steps[0]?.id}`)
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  await waitFor(async () => expect(await listOf(opened.notebook, 'step')).toEqual([]))
})

it('asks for the day, and for one to come, before it is set, and keeps what was typed', async () => {
  opened.show(<Remind params={{ programme: 'toepfer' }} />)
  await press('Als nächsten Schritt eintragen')
  expect(await screen.findByText('Der Tag fehlt noch. Tragen Sie Tag, Monat und Jahr ein.')).toBeTruthy()
  typeDay('1', '11', '2026')
  expect(await screen.findByText('Dieser Tag ist schon vorbei. Wählen Sie einen späteren.')).toBeTruthy()
  await press('Als nächsten Schritt eintragen')
  expect(screen.queryByText('Die Erinnerung ist eingetragen.')).toBeNull()
  expect(await listOf(opened.notebook, 'step')).toEqual([])
  typeDay('1', '12', '2026')
  await press('Als nächsten Schritt eintragen')
  await waitFor(async () =>
    expect((await listOf(opened.notebook, 'step')).map((step) => step.fields['until'])).toEqual([
      '2026-12-01',
    ]),
  )
})

it('shows the list for an address that this version does not know', async () => {
  opened.show(<ProgrammePage params={{ programme: 'of-a-later-version' }} />)
  expect(await screen.findByText('Diese Stellen geben Geld für Begegnungen.')).toBeTruthy()
})

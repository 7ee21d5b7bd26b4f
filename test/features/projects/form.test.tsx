// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listOf, rowOf } from '../../../src/db/find.ts'
import type { Row } from '../../../src/db/show.ts'
import { ProjectForm } from '../../../src/features/projects/form.tsx'
import { StateForm } from '../../../src/features/projects/state.tsx'
import { textOf } from '../../../src/records/fields.ts'
import { today } from '../../../src/ui/dates.ts'
import { openForTest } from '../../house/open.tsx'
import { add, tap, tapAgain, type, typeDate } from './fill.ts'

let opened: Awaited<ReturnType<typeof openForTest>>

beforeEach(async () => {
  location.hash = '#/projects'
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  opened.close()
})

const projects = (): Promise<Row[]> => listOf(opened.notebook, 'project')

const saved = async (): Promise<Row> => {
  await waitFor(async () => expect(await projects()).toHaveLength(1))
  return (await projects())[0] as Row
}

const kept = async (id: string): Promise<Row> => (await rowOf(opened.notebook, id)) as Row

describe('the form of a new project', () => {
  it('makes one of title, state, town, days, people and money', async () => {
    const helga = await add(opened.notebook, 'person', { givenName: 'Helga', town: 'Sopron' })
    const marta = await add(opened.notebook, 'person', { givenName: 'Márta' })
    const choir = await add(opened.notebook, 'group', { name: 'Chor' })
    opened.show(<ProjectForm params={{}} />)
    await type('Titel des Projekts', '25 Jahre mit Sopron')
    await tap('choice', 'läuft')
    await tap('choice', 'Sopron')
    typeDate('Wann beginnt es?', ['12', '5', '2027'])
    typeDate('Wann endet es?', ['16', 'Mai', '2027'])
    await tap('button', 'Person aussuchen')
    await tap('button', 'Helga')
    await type('Aufgabe von Helga', 'leitet das Projekt')
    await tap('button', 'Márta')
    await screen.findByText('Aufgabe von Márta')
    await tap('button', 'Mehr angeben')
    await tap('choice', 'Chor')
    await type('Kosten, geplant', '1.200,50')
    await type('Kosten, tatsächlich', '1 100 zł')
    await tap('button', 'Fertig')

    const { fields } = await saved()
    expect(fields).toEqual({
      title: '25 Jahre mit Sopron',
      state: 'running',
      town: 'Sopron',
      from: '2027-05-12',
      to: '2027-05-16',
      [`people/${helga.id}`]: 'leitet das Projekt',
      [`people/${marta.id}`]: '',
      [`groups/${choir.id}`]: true,
      planned: 120050,
      actual: 110000,
      currency: 'PLN',
      language: 'de',
    })
    expect(location.hash).toBe(`#/projects/${(await saved()).id}`)
  })

  it('asks for a title when somebody wants to be done, and makes nothing before', async () => {
    opened.show(<ProjectForm params={{}} />)
    await tap('choice', 'geplant')
    expect(screen.queryByText('Geben Sie dem Projekt einen Titel.')).toBeNull()
    await tap('button', 'Fertig')
    expect(await screen.findByText('Geben Sie dem Projekt einen Titel.')).toBeTruthy()
    expect(await projects()).toEqual([])
  })
})

describe('what cannot be meant', () => {
  it('an end before the beginning is said at the end', async () => {
    const project = await add(opened.notebook, 'project', { title: 'Fest', from: '2027-05-12' })
    opened.show(<ProjectForm params={{ id: project.id }} />)
    await screen.findByDisplayValue('Fest')
    typeDate('Wann endet es?', ['11', '5', '2027'])
    await tap('button', 'Fertig')
    expect(await screen.findByText('Das Ende liegt vor dem Beginn. Prüfen Sie beide Daten.')).toBeTruthy()
    expect((await kept(project.id)).fields['to']).toBeUndefined()
  })

  it('an amount that is none is said at its field, and what stood there before stays', async () => {
    const project = await add(opened.notebook, 'project', { title: 'Fest', planned: 50000, currency: 'EUR' })
    const { unmount } = opened.show(<ProjectForm params={{ id: project.id }} />)
    await screen.findByDisplayValue('500')
    await type('Kosten, geplant', '12')
    await type('Kosten, geplant', '12 oder mehr')
    await tap('button', 'Fertig')
    const message = /Diesen Betrag kann Ponte nicht lesen. Schreiben Sie zum Beispiel 1.200,50./
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByDisplayValue('12 oder mehr')).toBeTruthy()
    unmount()
    await waitFor(async () => expect(await opened.notebook.tables.drafts.count()).toBe(0))
    expect((await kept(project.id)).fields['planned']).toBe(50000)
  })
})

it('taking a person out of a project, or the money, removes it', async () => {
  const helga = await add(opened.notebook, 'person', { givenName: 'Helga' })
  const project = await add(opened.notebook, 'project', {
    title: 'Fest',
    [`people/${helga.id}`]: '',
    planned: 50000,
  })
  opened.show(<ProjectForm params={{ id: project.id }} />)
  await tap('button', 'Entfernen: Helga')
  await type('Kosten, geplant', '')
  await tap('button', 'Fertig')
  await waitFor(async () => expect((await kept(project.id)).about).toEqual([]))
  expect((await kept(project.id)).fields['planned']).toBeNull()
})

describe('how a project stands', () => {
  it('postponed: reason, new date and since when become one change', async () => {
    const project = await add(opened.notebook, 'project', { title: 'Reise', state: 'planned' })
    opened.show(<StateForm params={{ id: project.id }} />)
    await tap('choice', 'verschoben')
    await tap('button', 'Fertig')
    expect(await screen.findByText('Schreiben Sie kurz, warum es verschoben ist.')).toBeTruthy()
    expect((await kept(project.id)).fields['state']).toBe('planned')

    opened.clock.now += 1000
    await type('Warum ist es verschoben?', 'Der Bus war vergeben.')
    typeDate('Neuer Termin, wenn Sie ihn schon wissen', ['3', 'Juni', '2027'])
    await tapAgain('Fertig')
    await waitFor(async () => expect((await kept(project.id)).fields['state']).toBe('postponed'))
    expect((await kept(project.id)).fields).toMatchObject({
      postponedWhy: 'Der Bus war vergeben.',
      postponedTo: '2027-06-03',
      postponedOn: today(new Date()),
    })
    const versions = await opened.notebook.tables.versions.get(project.id)
    const stamps = ['state', 'postponedWhy', 'postponedTo', 'postponedOn'].map((field) =>
      Object.keys(versions?.registers[field]?.live ?? {}).join(),
    )
    expect(stamps[0]).not.toBe('')
    expect(new Set(stamps).size).toBe(1)
  })

  it('postponed again: an earlier reason and date are not taken for the new ones', async () => {
    const project = await add(opened.notebook, 'project', {
      title: 'Reise',
      state: 'running',
      postponedOn: '2024-01-01',
      postponedWhy: 'Krankheit',
      postponedTo: '2025-05-05',
    })
    opened.show(<StateForm params={{ id: project.id }} />)
    await tap('choice', 'verschoben')
    await type('Warum ist es verschoben?', 'Kein Bus')
    // A tap beside and back again loses nothing.
    await tap('choice', 'läuft')
    await tap('choice', 'verschoben')
    await tap('button', 'Fertig')
    await waitFor(async () => expect((await kept(project.id)).fields['state']).toBe('postponed'))
    const { fields } = await kept(project.id)
    expect([textOf(fields, 'postponedWhy'), textOf(fields, 'postponedTo')]).toEqual(['Kein Bus', ''])
    expect(textOf(fields, 'postponedOn')).toBe(today(new Date()))
  })

  it('cancelled: asks why', async () => {
    const project = await add(opened.notebook, 'project', { title: 'Reise', state: 'planned' })
    opened.show(<StateForm params={{ id: project.id }} />)
    await tap('choice', 'abgesagt')
    await tap('button', 'Fertig')
    expect(await screen.findByText('Schreiben Sie kurz, warum es abgesagt ist.')).toBeTruthy()
    await type('Warum ist es abgesagt?', 'Zu wenige')
    await tapAgain('Fertig')
    await waitFor(async () => expect((await kept(project.id)).fields['cancelledWhy']).toBe('Zu wenige'))
  })
})

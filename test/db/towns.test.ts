import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { happeningsWith } from '../../src/db/happenings.ts'
import { nameAnew } from '../../src/db/name-links.ts'
import { rowOf, rowsOf } from '../../src/db/find.ts'
import { nextWith } from '../../src/db/next-with.ts'
import { save } from '../../src/db/save.ts'
import { knownTowns } from '../../src/db/towns.ts'
import { workOut } from '../../src/db/calendar/work-out.ts'
import { edit, newNotebook } from './notebook.ts'

const now = Date.UTC(2026, 10, 22, 12)

it('the partner towns come first by their own names, then what is named otherwise, each once', async () => {
  const notebook = newNotebook()
  await save(notebook, [
    edit('here', 'town', { name: 'Altenbrück', isOurs: true }),
    edit('krakow', 'town', { name: 'Kraków', 'names/de': 'Krakau' }),
    edit('pecs', 'town', { name: 'Pécs' }),
    edit('1', 'visit', { town: 'krakow' }),
    edit('2', 'visit', { town: 'Krakau' }),
    edit('3', 'visit', { town: 'Whitby' }),
    edit('4', 'person', { town: 'Altenbrück' }),
    edit('5', 'person', { town: 'Altenbrück' }),
  ])
  expect(await knownTowns(notebook)).toEqual(['Kraków', 'Pécs', 'Altenbrück', 'Whitby'])
  expect(await knownTowns(notebook, 1)).toEqual(['Kraków', 'Pécs'])
})

it('what is done with a town comes with its notes, the latest first, and says what lies ahead', async () => {
  const notebook = newNotebook()
  notebook.clock.time = now
  await save(notebook, [
    edit('done', 'project', { title: 'Chor', town: 'Pécs', state: 'done', to: '2025-05-01' }),
    edit('plan', 'project', { title: 'Markt', town: 'Pecs', state: 'planned', from: '2027-01-01' }),
    edit('idea', 'project', { title: 'Idee', town: 'Pécs', state: 'idea' }),
    edit('visit', 'visit', { town: 'PÉCS', date: '2026-05-01' }),
    edit('old', 'event', { title: 'Fest', town: 'Pécs', date: '2026-06-01' }),
    edit('next', 'event', { title: 'Messe', town: 'Pécs', date: '2026-12-01' }),
    edit('off', 'event', { title: 'Ball', town: 'Pécs', date: '2026-12-02', isCancelled: true }),
    edit('paper', 'document', { title: 'Brief', town: 'Pécs', date: '198' }),
    edit('note', 'note', { text: 'Bus', about: 'visit', date: '2026-05-03' }),
    edit('other', 'note', { text: 'Nichts davon', date: '2026-05-04' }),
    edit('else', 'visit', { town: 'Sopron', date: '2026-11-01' }),
  ])
  await workOut(notebook)
  const all = await happeningsWith(notebook, { name: 'Pécs' })
  expect(all.map(({ row, stage }) => [row.id, stage])).toEqual([
    ['plan', 'ahead'],
    ['off', 'open'],
    ['next', 'ahead'],
    ['old', 'past'],
    ['note', 'past'],
    ['visit', 'past'],
    ['done', 'past'],
    ['paper', 'past'],
    ['idea', 'open'],
  ])
})

it('what is next with a town is its first event that stands', async () => {
  const notebook = newNotebook()
  notebook.clock.time = now
  await save(notebook, [
    edit('pecs', 'town', { name: 'Pécs' }),
    edit('sopron', 'town', { name: 'Sopron' }),
    edit('off', 'event', { title: 'Ball', town: 'Pécs', date: '2026-11-28', isCancelled: true }),
    edit('later', 'event', { title: 'Messe', town: 'Pécs', date: '2026-12-08' }),
    edit('next', 'event', { title: 'Fest', town: 'pecs', date: '2026-12-01' }),
  ])
  await workOut(notebook)
  const next = await nextWith(notebook, await rowsOf(notebook, ['pecs', 'sopron']))
  expect([...next].map(([town, { row, date }]) => [town, row.id, date])).toEqual([
    ['pecs', 'next', '2026-12-01'],
  ])
})

it('a partnership is called by the present names of its towns', async () => {
  const notebook = newNotebook()
  await save(notebook, [
    edit('here', 'town', { name: 'Jena' }),
    edit('there', 'town', { name: 'Lugoj' }),
    edit('link', 'partnership', { name: 'Jena – Lugosch', here: 'here', there: 'there' }),
    edit('half', 'partnership', { name: 'Lugosch', there: 'there' }),
  ])
  await nameAnew(notebook, 'there')
  expect((await rowOf(notebook, 'link'))?.label).toBe('Jena – Lugoj')
  expect((await rowOf(notebook, 'half'))?.label).toBe('Lugosch')
})

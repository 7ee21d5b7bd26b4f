import { expect, it } from 'vitest'
import { toRow } from '../../../src/db/show.ts'
import type { Row } from '../../../src/db/show.ts'
import { orderProjects, owedByTown, sectionOf } from '../../../src/features/projects/order.ts'
import type { Fields } from '../../../src/shared/value.ts'

const project = (title: string, fields: Fields): Row => {
  const all = Object.entries({ title, ...fields })
  const registers = Object.fromEntries(
    all.map(([field, value]) => [field, { live: { 'me:1': { value, time: 1 } }, ahead: [] }]),
  )
  return toRow(title, 'project', registers)
}
const titles = (rows: readonly Row[]): string[] => rows.map((row) => row.label)

it('what runs stands first, then what is coming, ideas, what is postponed and what is over', () => {
  const rows = [
    project('abgesagt', { state: 'cancelled', to: '2026-01-01' }),
    project('fertig, lange her', { state: 'done', to: '2019-06-01' }),
    project('fertig, ohne Tag', { state: 'done' }),
    project('fertig, neulich', { state: 'done', to: '2026-06-01' }),
    project('verschoben, ohne Tag', { state: 'postponed', from: '2020-01-01' }),
    project('verschoben', { state: 'postponed', postponedTo: '2027-03-01' }),
    project('Idee', {}),
    project('Wort einer neueren Fassung', { state: 'dreamt' }),
    project('geplant, später', { state: 'planned', from: '2027-09-01' }),
    project('geplant, bald', { state: 'planned', from: '2026-12-01' }),
    project('vereinbart', { state: 'agreed', from: '2028-01-01' }),
    project('läuft, ohne Ende', { state: 'running' }),
    project('läuft, bis bald', { state: 'running', to: '2026-12-31' }),
  ]
  const ordered = orderProjects(rows, 'de')
  expect(titles(ordered)).toEqual([
    'läuft, bis bald',
    'läuft, ohne Ende',
    'vereinbart',
    'geplant, bald',
    'geplant, später',
    'Idee',
    'Wort einer neueren Fassung',
    'verschoben',
    'verschoben, ohne Tag',
    'fertig, neulich',
    'fertig, lange her',
    'fertig, ohne Tag',
    'abgesagt',
  ])
  expect(orderProjects([...rows].reverse(), 'de')).toEqual(ordered)
  expect([...new Set(ordered.map(sectionOf))]).toEqual(['active', 'idea', 'postponed', 'finished'])
})

it('of one state and day, the reader’s language sorts', () => {
  const rows = ['Zsófia', 'Csaba', 'Cukor'].map((title) => project(title, { state: 'running' }))
  expect(titles(orderProjects(rows, 'hu'))).toEqual(['Cukor', 'Csaba', 'Zsófia'])
  expect(titles(orderProjects(rows, 'de'))).toEqual(['Csaba', 'Cukor', 'Zsófia'])
})

it('what is owed stands under its partner town, what has none at the end', () => {
  const owed = owedByTown(
    [
      project('Schach', { state: 'postponed' }),
      project('Reise', { state: 'postponed', town: 'Sopron', postponedTo: '2027-09-01' }),
      project('Chor', { state: 'postponed', town: ' Sopron ', postponedTo: '2027-05-01' }),
      project('Fest', { state: 'postponed', town: 'Chełmno' }),
      project('Kino', { state: 'cancelled', town: 'Chełmno' }),
      project('Garten', { state: 'running', town: 'Whitby' }),
    ],
    'de',
  )
  expect(owed.map(({ town, projects }) => [town, titles(projects)])).toEqual([
    ['Chełmno', ['Fest']],
    ['Sopron', ['Chor', 'Reise']],
    ['', ['Schach']],
  ])
})

import { expect, it } from 'vitest'
import { toRow } from '../../../src/db/show.ts'
import { byDecade, inTime } from '../../../src/features/chronicle/decades.ts'

const paper = (title: string, date: string) =>
  toRow(title, 'document', {
    title: { live: { 'me:1': { value: title, time: 1 } }, ahead: [] },
    date: { live: { 'me:1': { value: date, time: 1 } }, ahead: [] },
  })

it('papers stand under their decades, the oldest first, those without a date at the end', () => {
  const papers = [
    paper('Foto', ''),
    paper('Fest', '1987-05-03'),
    paper('Brief', '1962-06'),
    paper('Beschluss', '198'),
    paper('Ärger', '1987'),
    paper('Zeitung', '1987'),
    paper('Jubiläum', '2012'),
  ]
  const decades = byDecade(inTime(papers, 'de'))
  expect(decades.map(({ decade, documents }) => [decade, documents.map((one) => one.label)])).toEqual([
    ['196', ['Brief']],
    ['198', ['Beschluss', 'Ärger', 'Zeitung', 'Fest']],
    ['201', ['Jubiläum']],
    ['', ['Foto']],
  ])
})

it('nothing has no decades', () => {
  expect(byDecade([])).toEqual([])
})

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { occurrencesBetween } from '../../src/db/calendar/find.ts'
import { change, save } from '../../src/db/save.ts'
import { listDoneSteps, listOpenSteps } from '../../src/db/steps.ts'
import type { Occurrence } from '../../src/db/tables.ts'
import type { Fields } from '../../src/shared/value.ts'
import { newNotebook } from './notebook.ts'

it('open steps come by their day, those without one last; done ones the latest first', async () => {
  const notebook = newNotebook()
  const add = (record: string, set: Fields): Promise<void> =>
    save(notebook, [{ record, kind: 'step', set: { text: record, ...set }, over: {} }])
  await add('someday', {})
  await add('friday', { until: '2026-11-27' })
  await add('late', { until: '2026-11-20' })
  await add('last', { until: '2026-12-02' })
  await add('after', { until: '2026-12-03' })
  await add('long ago', { until: '2026-10-01', doneOn: '2026-10-02' })
  await add('done', { doneOn: '2026-11-09' })
  const labels = async (rows: ReturnType<typeof listOpenSteps>): Promise<string[]> =>
    (await rows).map((row) => row.label)

  expect(await labels(listOpenSteps(notebook))).toEqual(['late', 'friday', 'last', 'after', 'someday'])
  expect(await labels(listOpenSteps(notebook, '2026-12-02'))).toEqual(['late', 'friday', 'last'])
  expect(await labels(listDoneSteps(notebook, '2026-10-01'))).toEqual(['done', 'long ago'])
  expect(await labels(listDoneSteps(notebook, '2026-11-09'))).toEqual(['done'])

  await change(notebook, ['late'], { deletedAt: 1 })
  await change(notebook, ['friday'], { doneOn: '2026-11-25' })
  await change(notebook, ['done'], { doneOn: '' })
  expect(await labels(listOpenSteps(notebook))).toEqual(['last', 'after', 'done', 'someday'])
  expect(await labels(listDoneSteps(notebook, '2026-11-01'))).toEqual(['friday'])
})

it('birthdays and name days of a span come in their order, events do not', async () => {
  const notebook = newNotebook()
  const day = (name: Occurrence['name'], date: string): Occurrence => ({
    id: `${name} ${date}`,
    record: 'somebody',
    name,
    original: date,
    date,
    time: '',
    endDate: date,
    endTime: '',
    starts: Date.parse(date),
    ends: Date.parse(date),
    state: 'stands',
  })
  await notebook.tables.occurrences.bulkPut([
    day('birthday', '2026-11-24'),
    day('birthday', '2026-12-02'),
    day('birthday', '2026-12-03'),
    day('nameDay', '2026-11-25'),
    day('event', '2026-11-26'),
  ])
  const found = await occurrencesBetween(notebook, '2026-11-25', '2026-12-02', ['birthday', 'nameDay'])
  expect(found.map((one) => one.id)).toEqual(['nameDay 2026-11-25', 'birthday 2026-12-02'])
})

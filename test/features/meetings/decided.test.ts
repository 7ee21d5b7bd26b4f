// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listAbout, listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { closeMinutes, decisionsOf } from '../../../src/features/meetings/decided.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'

const meeting = { event: 'event-1', project: 'project-1' }
const writtenAt = '2026-11-26T19:00:00.000Z'
const begun: Fields = {
  text: 'Protokoll: Sitzung',
  about: 'event-1',
  form: 'minutes',
  occasion: 'once',
  writtenAt,
}
const decided: Fields = {
  'decisions/d1/text': ' Bus bestellen ',
  'decisions/d1/who': 'anna',
  'decisions/d1/until': '2026-12-03',
  'decisions/d2/text': '  ',
  'decisions/d2/who': '',
  'decisions/d2/until': '',
  'decisions/d3/text': 'Saal mieten',
  'decisions/d3/who': '',
  'decisions/d3/until': '',
}

let opened: Awaited<ReturnType<typeof openForTest>>
let notebook: Notebook
beforeEach(async () => {
  opened = await openForTest()
  notebook = opened.notebook
})
afterEach(() => {
  vi.restoreAllMocks()
  opened.close()
})

const write = (set: Fields): Promise<void> =>
  save(notebook, [{ record: 'minutes-1', kind: 'note', set, over: {} }])

it('decisions become next steps that name the event, its project and the minutes', async () => {
  await write({ ...begun, ...decided })
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  const steps = await listOf(notebook, 'step')
  expect(steps.map(({ id, fields }) => [id, fields])).toEqual([
    [
      'd1',
      {
        text: 'Bus bestellen',
        who: 'anna',
        until: '2026-12-03',
        about: 'event-1',
        project: 'project-1',
        from: 'minutes-1',
        writtenAt,
      },
    ],
    ['d3', expect.objectContaining({ text: 'Saal mieten', from: 'minutes-1' })],
  ])
  for (const about of ['event-1', 'project-1', 'minutes-1'])
    expect((await listAbout(notebook, about)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['d1', 'd3']),
    )
  const minutes = await rowOf(notebook, 'minutes-1')
  expect(minutes?.label).toBe('Protokoll: Sitzung')
  expect(decisionsOf(minutes?.fields ?? {})).toEqual([])
})

it('either all of it is kept or nothing', async () => {
  await write({ ...begun, ...decided })
  const put = vi.spyOn(notebook.tables.records, 'bulkPut').mockRejectedValueOnce(new Error('full'))
  await expect(closeMinutes(notebook, 'minutes-1', begun, meeting)).rejects.toThrow('full')
  expect(put).toHaveBeenCalledOnce()
  expect(await listOf(notebook, 'step')).toEqual([])
  expect(decisionsOf((await rowOf(notebook, 'minutes-1'))?.fields ?? {})).toHaveLength(3)
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  expect(await listOf(notebook, 'step')).toHaveLength(2)
})

it('closing the minutes twice makes no step twice and takes back no tick', async () => {
  await write({ ...begun, ...decided })
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  const outbox = await notebook.tables.outbox.count()
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  expect(await listOf(notebook, 'step')).toHaveLength(2)
  expect(await notebook.tables.outbox.count()).toBe(outbox)
})

it('what a step says that came meanwhile from another device stays, and what was said otherwise here stands beside it', async () => {
  await write({ ...begun, ...decided })
  const made = { text: 'Bus', who: 'anna', until: '2026-12-03', doneOn: '2026-11-26' }
  await save(notebook, [{ record: 'd1', kind: 'step', set: made, over: {} }])
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  const row = await rowOf(notebook, 'd1')
  expect([row?.twice, row?.fields['doneOn']]).toEqual([['text'], '2026-11-26'])
  const registers = (await notebook.tables.versions.get('d1'))?.registers ?? {}
  const texts = Object.values(registers['text']?.live ?? {}).map(({ value }) => value)
  expect(new Set(texts)).toEqual(new Set(['Bus', 'Bus bestellen']))
  expect((await rowOf(notebook, 'd3'))?.fields).toMatchObject({ text: 'Saal mieten' })
})

it('minutes that nobody typed into are kept as they began', async () => {
  await closeMinutes(notebook, 'minutes-1', begun, meeting)
  expect((await rowOf(notebook, 'minutes-1'))?.fields).toEqual(begun)
  await closeMinutes(notebook, 'minutes-1', { ...begun, text: 'anders' }, meeting)
  expect((await rowOf(notebook, 'minutes-1'))?.fields).toEqual(begun)
})

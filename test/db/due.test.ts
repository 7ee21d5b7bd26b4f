import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { listDue } from '../../src/db/due.ts'
import { save } from '../../src/db/save.ts'
import { settingsRecord } from '../../src/records/kinds/settings.ts'
import type { Fields } from '../../src/shared/value.ts'
import { emptyNotebook, idOf } from './backup/notebooks.ts'

const day = (text: string): number => Date.parse(`${text}T12:00:00.000Z`)

/** A notebook in which all was written on that day. */
async function writtenOn(date: string) {
  const notebook = { ...(await emptyNotebook()), now: () => day(date) }
  const write = (record: number | string, kind: string, set: Fields, on = date): Promise<void> => {
    const id = typeof record === 'string' ? record : idOf(record)
    return save({ ...notebook, now: () => day(on) }, [{ record: id, kind, set, over: {} }])
  }
  const due = async (today: string): Promise<string[]> =>
    (await listDue(notebook, today)).map(
      ({ what, row, since }) => `${what} ${Number.parseInt(row.id, 16)} ${since}`,
    )
  return { notebook, write, due }
}

it('asks for a contact once a year has passed since the last word about it', async () => {
  const { write, due } = await writtenOn('2025-11-01')
  await write(1, 'person', { givenName: 'Anna' })
  await write(2, 'person', { givenName: 'Piotr', confirmedOn: '2026-03-01' })
  await write(3, 'person', { givenName: 'Ilse', deletedAt: 1 })
  expect(await due('2026-11-01')).toEqual([])
  expect(await due('2026-11-02')).toEqual(['contact 1 2025-11-01'])
  expect(await due('2027-03-02')).toEqual(['contact 1 2025-11-01', 'contact 2 2026-03-01'])
})

it('lets what hosts offer be due a month after the visit it was offered for, and not before there was one', async () => {
  const { write, due } = await writtenOn('2026-04-01')
  await write(1, 'hosting', { person: idOf(9), beds: '2', diet: 'vegetarisch' })
  expect(await due('2026-12-31')).toEqual([])
  await write(2, 'visit', { type: 'private', date: '2026-04-20' })
  await write(3, 'visit', { type: 'hostFamily', date: '2026-05-01', endDate: '2026-05-04' })
  await write(4, 'visit', { type: 'hostFamily', date: '2026-03-01' })
  expect(await due('2026-06-03')).toEqual([])
  expect(await due('2026-06-04')).toEqual(['hosting 1 2026-05-04'])
  await write(1, 'hosting', { confirmedOn: '2026-06-04' })
  expect(await due('2026-12-31')).toEqual([])
})

it('keeps each kind for as long as the notebook says, by itself or until somebody deletes it', async () => {
  const { write, due } = await writtenOn('2026-04-01')
  await write(1, 'hosting', { person: idOf(9), diet: 'ohne Nüsse' })
  await write(3, 'event', { title: 'Empfang', date: '2026-05-04', town: 'Kraków' })
  await write(settingsRecord, 'settings', { hostingDays: 90, dietDays: 14 })
  expect(await due('2026-05-19')).toEqual(['diet 1 2026-05-04'])
  expect(await due('2026-08-10')).toEqual(['hosting 1 2026-05-04'])
  await write(settingsRecord, 'settings', { hostingDays: 0, dietDays: 0, contactMonths: 0 })
  expect(await due('2036-08-10')).toEqual([])
})

it('lets go of answers and dial-in of what is over, and of a series day by day', async () => {
  const { notebook, write } = await writtenOn('2026-04-01')
  const answers = { [`answers/once/${idOf(9)}`]: 'yes' }
  await write(1, 'event', { title: 'Empfang', date: '2026-05-04', dialIn: '030', link: '', ...answers })
  await write(2, 'event', {
    title: 'Stammtisch',
    date: '2026-01-07',
    rule: 'FREQ=MONTHLY',
    dialIn: '040',
    [`answers/2026-05-06/${idOf(9)}`]: 'yes',
    [`answers/2026-06-03/${idOf(9)}`]: 'no',
    [`answers/2026-04-01/${idOf(9)}`]: null,
  })
  const due = await listDue(notebook, '2026-06-10')
  expect(due.map(({ row, fields }) => [row.label, ...fields])).toEqual([
    ['Stammtisch', `answers/2026-05-06/${idOf(9)}`],
    ['Empfang', 'dialIn', `answers/once/${idOf(9)}`],
  ])
})

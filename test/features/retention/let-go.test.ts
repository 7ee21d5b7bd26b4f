import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { listDue } from '../../../src/db/due.ts'
import { rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { letGo } from '../../../src/features/retention/let-go.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { emptyNotebook, idOf } from '../../db/backup/notebooks.ts'

it('takes away only what is due of an event, for which it is not due again, and gives it back', async () => {
  const notebook = await emptyNotebook()
  const answers = { [`answers/once/${idOf(9)}`]: 'yes', [`answers/once/${idOf(8)}`]: 'no' }
  const set = { title: 'Empfang', date: '2026-11-20', dialIn: '030', place: 'Rathaus', ...answers }
  await save(notebook, [{ record: idOf(1), kind: 'event', set, over: {} }])
  const fields = async (): Promise<Fields | undefined> => (await rowOf(notebook, idOf(1)))?.fields
  const [due] = await listDue(notebook, '2027-01-10')
  if (!due) throw new Error('nothing is due')
  const undo = await letGo(notebook, due)
  expect(await fields()).toEqual({
    title: 'Empfang',
    date: '2026-11-20',
    place: 'Rathaus',
    dialIn: '',
    [`answers/once/${idOf(9)}`]: null,
    [`answers/once/${idOf(8)}`]: null,
  })
  expect(await listDue(notebook, '2027-01-10')).toEqual([])
  await undo()
  expect(await fields()).toEqual(set)
})

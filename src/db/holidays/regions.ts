import { textOf } from '../../records/fields.ts'
import { townNames } from '../../records/kinds/town.ts'
import { fold } from '../../shared/fold.ts'
import type { Row } from '../show.ts'
import type { Notebook } from '../tables.ts'
import type { Region } from './between.ts'

/** More towns than any association has. */
const most = 300

const isCalled = ({ fields }: Row, name: string): boolean =>
  townNames(fields).some((one) => fold(one) === name)

/** Where our own town lies, and the partner town of this name: none that no record tells of. */
export async function regionsOf({ tables }: Notebook, town: string): Promise<Region[]> {
  const rows = await tables.records
    .where('[list+sort]')
    .between(['town', ''], ['town', '\uffff'], true, true)
    .limit(most)
    .toArray()
  const name = fold(town.trim())
  return rows
    .filter((row) => row.fields['isOurs'] === true || (name !== '' && isCalled(row, name)))
    .map(({ fields }) => ({ country: textOf(fields, 'country'), land: textOf(fields, 'land') }))
}

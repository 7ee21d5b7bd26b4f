import { answersOf } from '../records/answers.ts'
import { tickedIn } from '../records/fields.ts'
import type { Fields } from '../shared/value.ts'
import { listAbout, rowsOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** Everybody who is invited to an event, alone or with a group, and who answered all the same for that date of it. */
export async function listInvited(
  notebook: Notebook,
  fields: Fields,
  original: string,
): Promise<{ people: Row[]; groups: Row[] }> {
  const groups = await rowsOf(notebook, tickedIn(fields, 'groups'))
  const members = (await Promise.all(groups.map((group) => listAbout(notebook, group.id)))).flat()
  const ids = [...tickedIn(fields, 'invited'), ...answersOf(fields, original).keys()]
  const all = [...(await rowsOf(notebook, ids)), ...members.filter((row) => row.kind === 'person')]
  return { groups, people: [...new Map(all.map((row) => [row.id, row])).values()] }
}

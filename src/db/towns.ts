import { textOf } from '../records/fields.ts'
import type { Notebook } from './tables.ts'

/** Kinds whose towns are our partners' more often than our own, and a few people for a notebook that begins. */
const kinds = ['project', 'visit', 'group', 'event', 'person']
const mostRows = 300

/** The towns of this notebook, those that most records name first. */
export async function knownTowns({ tables }: Notebook, most = 6): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const kind of kinds) {
    const rows = await tables.records
      .where('[list+sort]')
      .between([kind, ''], [kind, '\uffff'], true, true)
      .limit(mostRows)
      .toArray()
    for (const row of rows) {
      const town = textOf(row.fields, 'town').trim()
      if (town) counts.set(town, (counts.get(town) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([town]) => town)
}

import { textOf } from '../records/fields.ts'
import { partnerTowns } from './partner-towns.ts'
import type { Notebook } from './tables.ts'
import { isNamed, keysOfTown } from './town-keys.ts'

/** Kinds whose towns are our partners' more often than our own, and a few people for a notebook that begins. */
const kinds = ['project', 'visit', 'group', 'event', 'person']
const mostRows = 300

/** So many partner towns are offered even where that is more than one asked for. */
const mostPartners = 12

/** How often records name each town. */
async function countNames({ tables }: Notebook): Promise<Map<string, number>> {
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
  return counts
}

/**
 * The towns of this notebook: first the partner towns by their own names, then those that most records name otherwise.
 */
export async function knownTowns(notebook: Notebook, most = 6): Promise<string[]> {
  const [partners, counts] = await Promise.all([partnerTowns(notebook), countNames(notebook)])
  const known = partners
    .filter(({ label }) => label.trim())
    .map(({ fields, label }) => ({
      name: label.trim(),
      keys: keysOfTown(fields),
      count: 0,
    }))
  const others: [string, number][] = []
  for (const [name, count] of counts) {
    const partner = known.find(({ keys }) => isNamed(name, keys))
    if (partner) partner.count += count
    else others.push([name, count])
  }
  const first = known
    .sort((a, b) => b.count - a.count)
    .slice(0, mostPartners)
    .map(({ name }) => name)
  const rest = others.sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return [...first, ...rest.slice(0, Math.max(0, most - first.length))]
}

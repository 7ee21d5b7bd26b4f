import type { Row } from '../../db/show.ts'
import type { Fields } from '../../shared/value.ts'

/** What a second event takes over from the first: neither its days nor what people answered and counted. */
const copied =
  /^(?:title|type|time|endTime|zone|place|address|link|dialIn|text|programme|agenda|town|project|photo|(?:invited|groups)\/.+)$/

/**
 * The fields with which a new event begins.
 * @param about what it is begun from: a project, a person or group who is invited, or an event to be copied
 */
export function beginningsOf(about: Row | undefined, zone: string): Fields {
  const fields: Fields = { title: '', zone }
  if (!about) return fields
  if (about.kind === 'project') return { ...fields, project: about.id }
  if (about.kind === 'person') return { ...fields, [`invited/${about.id}`]: true }
  if (about.kind === 'group') return { ...fields, [`groups/${about.id}`]: true }
  if (about.kind !== 'event') return fields
  const entries = Object.entries(about.fields).filter(([name, value]) => copied.test(name) && value !== null)
  return { ...fields, ...Object.fromEntries(entries) }
}

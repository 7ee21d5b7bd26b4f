import type { Row } from '../../db/show.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'

/** What a second event takes over from the first: neither its days nor what people answered and counted. */
const copied =
  /^(?:title|type|time|endTime|zone|place|address|link|dialIn|text|programme|agenda|town|project|photo|language|(?:invited|groups)\/.+)$/

/**
 * The fields with which a new event begins.
 * @param language in which it will be written, unless it is a copy
 * @param about what it is begun from: a project, a person or group who is invited, or an event to be copied
 */
export function beginningsOf(about: Row | undefined, zone: string, language: Language): Fields {
  const fields: Fields = { title: '', zone, language }
  if (!about) return fields
  if (about.kind === 'project') return { ...fields, project: about.id }
  if (about.kind === 'person') return { ...fields, [`invited/${about.id}`]: true }
  if (about.kind === 'group') return { ...fields, [`groups/${about.id}`]: true }
  if (about.kind !== 'event') return fields
  const entries = Object.entries(about.fields).filter(([name, value]) => copied.test(name) && value !== null)
  return { ...fields, ...Object.fromEntries(entries) }
}

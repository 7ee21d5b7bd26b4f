import { listOf, rowOf } from '../../../db/find.ts'
import type { Row } from '../../../db/show.ts'
import type { Notebook } from '../../../db/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { townNames } from '../../../records/kinds/town.ts'
import { fold } from '../../../shared/fold.ts'
import { newId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/language.ts'
import { pageAddress } from '../../../shared/page-address.ts'
import type { EntryType } from '../../../shared/register/words.ts'
import type { Fields } from '../../../shared/value.ts'
import { tellableDates } from './facts.ts'

/** The kinds of record that can stand in the register. */
export const publicKinds: ReadonlySet<string> = new Set<EntryType>([
  'partnership',
  'project',
  'event',
  'idea',
])

/** What a record is called, and what it says of itself in one language. */
function words({ kind, label, fields }: Row, language: Language): Fields {
  const text = kind === 'partnership' || kind === 'event' ? textOf(fields, 'text') : textOf(fields, 'goal')
  const written = textOf(fields, 'language') || language
  return { title: label, ...(text ? { [`texts/${written}`]: text } : {}) }
}

/** The towns that a record is about: those of a partnership; else ours and the one that it names. */
function townsFor(source: Row | undefined, towns: readonly Row[]): Fields {
  const [here, there] = ['here', 'there'].map((side) => textOf(source?.fields ?? {}, side))
  const named = fold(textOf(source?.fields ?? {}, 'town')).trim()
  const isMeant = ({ id, fields }: Row): boolean =>
    source?.kind === 'partnership'
      ? id === here || id === there
      : fields['isOurs'] === true || townNames(fields).some((name) => named !== '' && fold(name) === named)
  return Object.fromEntries(towns.filter(isMeant).map(({ id }) => [`towns/${id}`, true]))
}

/** Every date that may be told is ticked at first, and an event's place. */
function factsFor(source: Row | undefined): Fields {
  if (!source) return {}
  const dates = tellableDates(source.kind, source.fields, new Map())
  const ticked = Object.fromEntries(dates.map(({ id }) => [`dates/${id}`, true]))
  return source.kind === 'event' ? { 'shows/place': true, 'shows/link': true } : ticked
}

async function webOf(notebook: Notebook): Promise<string> {
  const channels = await listOf(notebook, 'channel')
  return channels.map(({ fields }) => pageAddress(textOf(fields, 'address'))).find(Boolean) ?? ''
}

/** The fields with which an entry begins: about a record, or (about '') an experience or a request of its own. */
export async function beginningOf(
  notebook: Notebook,
  type: EntryType,
  about: string,
  language: Language,
): Promise<Fields> {
  const [own, source, towns, web] = await Promise.all([
    rowOf(notebook, notebook.space),
    about ? rowOf(notebook, about) : undefined,
    listOf(notebook, 'town'),
    webOf(notebook),
  ])
  return {
    about,
    type,
    entry: newId(),
    association: own?.label ?? '',
    language: textOf(source?.fields ?? {}, 'language') || language,
    title: '',
    ...(source ? words(source, language) : {}),
    ...townsFor(source, towns),
    ...factsFor(source),
    web,
    mail: '',
    phone: '',
    seeking: false,
  }
}

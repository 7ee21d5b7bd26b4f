import { fromHex } from '../../../shared/bytes.ts'
import type { Content } from '../../../shared/register/content.ts'
import type { Publication, Register } from '../register.ts'
import type { Database } from './database.ts'
import type { EntryRow } from './register-row.ts'
import { linkTowns, searchOf } from './register-match.ts'

/** Marks that are kept: who was away for more changes begins anew. */
const mostMarks = 100_000

/** One change more; its number. */
function step(database: Database, mark: string): number {
  const row = database.get('update register set n = n + 1, mark = ? returning n', fromHex(mark))
  const n = Number(row?.['n'])
  database.run('insert into register_marks values (?, ?)', n, fromHex(mark))
  database.run('delete from register_marks where n <= ?', n - mostMarks)
  return n
}

/** Everything by which an entry is found. */
function textsOf(content: Content | null): string[] {
  if (!content) return []
  const { title, association, text, towns } = content
  return [title, association, ...Object.values(text), ...towns.map(({ name }) => name)]
}

/** The last day of an event, '' for all else. */
const endOf = (content: Content | null): string =>
  content && 'until' in content ? content.until || content.date : ''

const countOf = (database: Database, condition: string, publisher: Uint8Array): number =>
  Number(
    database.get(
      `select count(*) as count from register_entries where publisher = ?${condition}`,
      publisher,
    )?.['count'],
  )

type Most = Parameters<Register['publish']>[1]

function isFull(
  database: Database,
  before: EntryRow | undefined,
  { statement }: Publication,
  most: Most,
): boolean {
  const publisher = fromHex(statement.publisher)
  if (!before && countOf(database, '', publisher) >= most.ever) return true
  const isMore = statement.content !== null && before?.there !== 1
  return isMore && countOf(database, ' and there = 1', publisher) >= most.there
}

function publish(
  database: Database,
  publication: Publication,
  most: Most,
): number | 'stale' | 'kind' | 'full' {
  const { statement, bytes, signature, key, at, mark } = publication
  const { entry, publisher, type, revision, content } = statement
  const id = fromHex(entry)
  const text = new TextDecoder().decode(bytes)
  const before = database.get('select * from register_entries where entry = ?', id) as EntryRow | undefined
  if (before && (before.type !== type || !Buffer.from(before.publisher).equals(fromHex(publisher))))
    return 'kind'
  if (before?.statement === text) return before.n
  if (before && before.revision >= revision) return 'stale'
  if (isFull(database, before, publication, most)) return 'full'
  const n = step(database, mark)
  const hidden = before?.hidden ?? null
  const there = Number(content !== null)
  database.run('delete from register_entries where entry = ?', id)
  const shown = Number(there === 1 && hidden === null)
  const seeks = Number(content?.seeksPartners ?? false)
  const looked = [hidden, there, shown, seeks, endOf(content)] as const
  const signed = [fromHex(signature), fromHex(key)] as const
  const values = [
    id,
    fromHex(publisher),
    type,
    revision,
    n,
    at,
    ...looked,
    ...signed,
    searchOf(textsOf(content)),
    text,
  ]
  const places = values.map(() => '?').join(', ')
  database.run(`insert into register_entries values (${places})`, ...values)
  linkTowns(database, id, content?.towns ?? [])
  return n
}

export const publishingOf = (database: Database): Pick<Register, 'publish' | 'hide'> => ({
  publish: async (publication, most) => {
    const { n } = database.get('select n from register') as { n: number }
    const kept = database.write(() => publish(database, publication, most))
    // What was there before must be in no file any more: neither in this one nor in the log of its writes.
    if (typeof kept === 'number' && kept > n && publication.statement.revision > 1) database.shrink()
    return kept
  },
  hide: async (entry, reason, { at, mark }) =>
    database.write(() => {
      const id = fromHex(entry)
      if (!database.get('select 1 from register_entries where entry = ?', id)) return false
      const sql = `update register_entries set n = ?, at = ?, hidden = ?, shown = there and ? where entry = ?`
      database.run(sql, step(database, mark), at, reason, Number(reason === null), id)
      return true
    }),
})

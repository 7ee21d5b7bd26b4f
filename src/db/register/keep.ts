import { foldWords } from '../../shared/fold.ts'
import { languages } from '../../shared/language.ts'
import type { Base } from '../../shared/register/base.ts'
import type { Content } from '../../shared/register/content.ts'
import type { FeedItem } from '../../shared/register/feed.ts'
import { shownText } from '../../shared/register/text.ts'
import { foldedName } from '../../shared/register/town.ts'
import { readInfo } from './info.ts'
import { entryLines, townLines } from './lines.ts'
import type { BaseInfo, EntryRow, Register, RegisterInfo, TownRow } from './tables.ts'

/** Every word by which an entry is found: of all its languages. */
function wordsOf(content: Content): string[] {
  const { association, title, text, towns } = content
  const more = 'withWhom' in content ? [content.withWhom, ...languages.map((one) => content.again[one])] : []
  const place = 'place' in content ? [content.place] : []
  const all = [association, title, ...languages.map((one) => text[one]), ...towns.map(({ name }) => name)]
  return foldWords(shownText([...all, ...more, ...place].join(' ')))
}

function rowOf(item: FeedItem): EntryRow {
  const { state, at } = item
  const empty = { state, at, reason: '', content: null, countries: [] }
  if (item.state === 'hidden') {
    const { entry, publisher, type, revision, reason } = item
    return { ...empty, entry, publisher, type, revision, reason }
  }
  const { entry, publisher, type, revision, content } = item.statement
  const head = { ...empty, entry, publisher, type, revision }
  if (content === null) return head
  const countries = [...new Set(content.towns.map(({ country }) => country))]
  return { ...head, content, countries }
}

type Page = { readonly items: readonly FeedItem[]; readonly restart: boolean }

/** Takes what changed, and moves the cursor: all of it or nothing. */
export async function keepPage(
  register: Register,
  { items, restart }: Page,
  next: Partial<RegisterInfo>,
): Promise<void> {
  const rows = items.map(rowOf)
  const gone = rows.filter(({ content }) => !content).map(({ entry }) => entry)
  const lines = rows.flatMap((row) => (row.content ? entryLines(row, wordsOf(row.content)) : []))
  const { entries, entryLines: found, info } = register
  await register.transaction('rw', entries, found, info, async () => {
    if (restart) await Promise.all([entries.clear(), found.clear()])
    await entries.bulkPut(rows)
    await found.bulkDelete(gone)
    await found.bulkPut(lines)
    await info.put({ ...(await readInfo(register)), ...next, key: 'info' })
  })
}

/** The rows of a base: each link stands at both of its towns. The larger a town, the smaller its id: so keys alone tell which come first. */
function townRows({ towns, links }: Base): TownRow[] {
  const bySize = towns.map((_, at) => at)
  bySize.sort((one, other) => (towns[other]?.population ?? 0) - (towns[one]?.population ?? 0))
  const ids = new Map(bySize.map((at, id) => [at, id]))
  const partners = towns.map((): [number, number][] => [])
  for (const { a, b, since } of links) {
    partners[a]?.push([ids.get(b) ?? 0, since])
    partners[b]?.push([ids.get(a) ?? 0, since])
  }
  return towns.map(({ name, country, lat, lon, population }, at) => ({
    id: ids.get(at) ?? 0,
    name,
    country,
    lat,
    lon,
    population,
    links: partners[at] ?? [],
    folded: foldedName(name),
  }))
}

/** Puts a base in place of the one that lies here: all of it or nothing. */
export async function keepBase(register: Register, base: Base, known: BaseInfo): Promise<void> {
  const rows = townRows(base).sort((one, other) => one.id - other.id)
  const lines = townLines(rows)
  const { towns, townLines: kept, info } = register
  await register.transaction('rw', towns, kept, info, async () => {
    await towns.clear()
    await towns.bulkPut(rows)
    await kept.put({ key: 'towns', text: lines })
    await info.put({ ...(await readInfo(register)), base: known, key: 'info' })
  })
}

/** Forgets the base: the operator has none any more. */
export async function dropBase(register: Register): Promise<void> {
  const { towns, townLines: kept, info } = register
  await register.transaction('rw', towns, kept, info, async () => {
    await Promise.all([towns.clear(), kept.clear()])
    await info.put({ ...(await readInfo(register)), base: null, key: 'info' })
  })
}

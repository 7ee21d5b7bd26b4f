import { textOf } from '../records/fields.ts'
import { fold } from '../shared/fold.ts'
import { readSettings } from './device.ts'
import { newSince } from './here.ts'
import type { Open } from './notebook.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'
import { nameOfDevice } from './who.ts'

/** Kinds that have a page of their own. */
const kinds = ['note', 'visit', 'event', 'project', 'person', 'group', 'document', 'step']

/** A clock on another device may be wrong by so many milliseconds; what is further ahead would stay new for ever. */
const mostAhead = 24 * 60 * 60 * 1000

/** Somebody else's words, and whose they are; '' where nobody knows. */
export type News = { readonly row: Row; readonly by: string }

async function changedSince({ tables, now }: Notebook, since: number, look: number): Promise<Row[]> {
  const found = await Promise.all(
    kinds.map((kind) =>
      tables.records
        .where('[list+changedAt]')
        .between([kind, since], [kind, now() + mostAhead], false, true)
        .reverse()
        .limit(look)
        .toArray(),
    ),
  )
  return found.flat().sort((a, b) => b.changedAt - a.changedAt)
}

/**
 * What others created or changed since the person was last here, the latest first. `look` is how many records of each
 * kind are looked through: of thousands that were taken in here just now none is news, and Start does not wait for them.
 */
export async function listNews(
  { notebook, device }: Pick<Open, 'notebook' | 'device'>,
  look = Infinity,
): Promise<News[]> {
  const since = await newSince(notebook)
  if (since === undefined) return []
  const rows = await changedSince(notebook, since, look)
  if (rows.length === 0) return []
  const devices = [...new Set(rows.map((row) => row.changedBy))]
  const named = await Promise.all(devices.map((one) => nameOfDevice(notebook, one)))
  const names = new Map(devices.map((one, index) => [one, named[index] ?? '']))
  const me = fold((await readSettings(device)).myName).trim()
  return rows.flatMap((row) => {
    const author = textOf(row.fields, 'author').trim()
    const isOthers = author !== '' && fold(author) !== me
    if (row.label === '' || (row.changedBy === notebook.me && !isOthers)) return []
    const name = names.get(row.changedBy) ?? ''
    // The same person at another device.
    if (name && fold(name) === me && !isOthers) return []
    return [{ row, by: name && fold(name) !== me ? name : isOthers ? author : '' }]
  })
}

/** How many records of each kind Start looks through, and how many it shows. */
const lookOnStart = 40
export const newsOnStart = 5

/** The news for Start: those that are shown, and whether there are more. */
export async function newestNews(
  open: Pick<Open, 'notebook' | 'device'>,
): Promise<{ readonly shown: readonly News[]; readonly more: boolean }> {
  const news = await listNews(open, lookOnStart)
  return { shown: news.slice(0, newsOnStart), more: news.length > newsOnStart }
}

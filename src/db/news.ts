import { textOf } from '../records/fields.ts'
import { fold } from '../shared/fold.ts'
import { readSettings } from './device.ts'
import { newSince } from './here.ts'
import type { Registers } from './merge.ts'
import type { Open } from './notebook.ts'
import type { Row } from './show.ts'
import { readStamp } from './stamp.ts'
import type { Notebook } from './tables.ts'
import { nameOfDevice } from './who.ts'

/** Kinds that have a page of their own. */
const kinds = ['note', 'visit', 'event', 'project', 'person', 'group', 'document', 'step', 'partnership']

/** Somebody else's words, and whose they are; '' where nobody knows. */
export type News = { readonly row: Row; readonly by: string }

/** What arrived from others since then, the latest first: by this device's clock, whatever theirs said. */
async function heardSince({ tables }: Notebook, since: number, look: number): Promise<Row[]> {
  const found = await Promise.all(
    kinds.map((kind) =>
      tables.records
        .where('[list+heardAt]')
        .between([kind, since], [kind, Infinity], false, true)
        .reverse()
        .limit(look)
        .toArray(),
    ),
  )
  return found.flat().sort((a, b) => b.heardAt - a.heardAt)
}

/** The other device whose version of anything in a record is the newest; '' where none of theirs is left. */
function latestOther(registers: Registers, me: string): string {
  const [latest] = Object.values(registers)
    .flatMap(({ live }) => Object.entries(live))
    .filter(([stamp]) => readStamp(stamp).device !== me)
    .sort(([, a], [, b]) => b.time - a.time)
  return latest ? readStamp(latest[0]).device : ''
}

/** What I changed after it had come is no news to me. */
const isMineSince = ({ me }: Notebook, row: Row): boolean =>
  row.changedBy === me && row.changedAt >= row.heardAt

/** Whose news a record is: where I changed it too, its row names me. */
async function writerOf({ tables, me }: Notebook, { id, changedBy }: Row): Promise<string> {
  return changedBy === me ? latestOther((await tables.versions.get(id))?.registers ?? {}, me) : changedBy
}

/**
 * What others created or changed since the person was last here, the latest first. `look` is how many records of each
 * kind are looked through: nobody reads hundreds, and Start does not wait for them.
 */
export async function listNews(
  { notebook, device }: Pick<Open, 'notebook' | 'device'>,
  look = Infinity,
): Promise<News[]> {
  const since = await newSince(notebook)
  if (since === undefined) return []
  const heard = await heardSince(notebook, since, look)
  const rows = heard.filter((row) => row.label !== '' && !isMineSince(notebook, row))
  if (rows.length === 0) return []
  const writers = await Promise.all(rows.map((row) => writerOf(notebook, row)))
  const devices = [...new Set(writers)]
  const named = await Promise.all(devices.map((one) => nameOfDevice(notebook, one)))
  const names = new Map(devices.map((one, index) => [one, named[index] ?? '']))
  const me = fold((await readSettings(device)).myName).trim()
  return rows.flatMap((row, index) => {
    const author = textOf(row.fields, 'author').trim()
    const isOthers = author !== '' && fold(author) !== me
    const name = names.get(writers[index] ?? '') ?? ''
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

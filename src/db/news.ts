import { textOf } from '../records/fields.ts'
import { fold } from '../shared/fold.ts'
import { readSettings } from './device.ts'
import { newSince } from './here.ts'
import type { Registers } from './merge.ts'
import type { Open } from './notebook.ts'
import type { Row } from './show.ts'
import { isNewer, readStamp } from './stamp.ts'
import type { Notebook } from './tables.ts'
import { nameOfDevice } from './who.ts'

/** Kinds that have a page of their own. */
const kinds = ['note', 'visit', 'event', 'project', 'person', 'group', 'document', 'step']

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
    .flatMap((register) => Object.entries(register.live))
    .map(([stamp, { time }]) => ({ stamp, time, device: readStamp(stamp).device }))
    .filter(({ device }) => device !== me)
    .sort((a, b) => (isNewer(a, b) ? -1 : 1))
  return latest?.device ?? ''
}

/** What I changed after it had come is no news to me. */
const isMineSince = ({ me }: Notebook, row: Row): boolean =>
  row.changedBy === me && row.changedAt >= row.heardAt

/** By id, whose the news in these records are: where I changed one too, the row itself names me. */
async function writersOf({ tables, me }: Notebook, rows: readonly Row[]): Promise<Map<string, string>> {
  const mixed = rows.filter((row) => row.changedBy === me)
  const versions = await tables.versions.bulkGet(mixed.map((row) => row.id))
  return new Map([
    ...rows.map((row): [string, string] => [row.id, row.changedBy]),
    ...versions.flatMap((row): [string, string][] =>
      row ? [[row.record, latestOther(row.registers, me)]] : [],
    ),
  ])
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
  const writers = await writersOf(notebook, rows)
  const devices = [...new Set(writers.values())]
  const named = await Promise.all(devices.map((one) => nameOfDevice(notebook, one)))
  const names = new Map(devices.map((one, index) => [one, named[index] ?? '']))
  const me = fold((await readSettings(device)).myName).trim()
  return rows.flatMap((row) => {
    const author = textOf(row.fields, 'author').trim()
    const isOthers = author !== '' && fold(author) !== me
    const name = names.get(writers.get(row.id) ?? '') ?? ''
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

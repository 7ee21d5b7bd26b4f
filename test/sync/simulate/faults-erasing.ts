import type { Checked } from '../../../src/db/backup/check.ts'
import type { Fault } from './faults.ts'
import type { Skips } from './life.ts'
import type { Tab } from './tablet.ts'
import type { Weather } from './weather.ts'
import { withoutStamps } from './wrong-ways.ts'

/** Takes nothing for erased: its screens ask the table in vain. */
function forgetful({ tables: { erased } }: Tab): void {
  const none = { toArray: () => Promise.resolve([]), primaryKeys: () => Promise.resolve([]) }
  const bulkGet = (ids: string[]): Promise<undefined[]> => Promise.resolve(ids.map(() => undefined))
  Object.assign(erased, { toCollection: () => none, bulkGet })
}

/** Takes what was erased here for something that was never here. */
async function erasedAsNew(backup: Checked, { tables: { erased } }: Tab): Promise<Checked> {
  const fresh = withoutStamps(backup)
  const isGone = await Promise.all(backup.entries.map(({ entry }) => erased.get(entry.id)))
  const entries = backup.entries.map((one, at) => (isGone[at] ? (fresh.entries[at] ?? one) : one))
  return { ...backup, entries }
}

const alone =
  (...own: readonly string[]): Skips =>
  (table, stores, { type }) =>
    type === 'put' && own.includes(table) && [...stores].sort().join() === own.join()

const erasing: Partial<Weather> = { erases: 0.2, hasCopies: false, hasForks: false }

/** Ways of erasing that leave something, or lose what nobody wanted to be erased. */
export const erasingFaults: readonly Fault[] = [
  {
    does: 'leaves the versions of what is erased',
    skips: (table, stores, { type }) =>
      table === 'versions' && type.startsWith('delete') && stores.includes('binned'),
    weather: { ...erasing, away: 0.05 },
  },
  { does: 'leaves in its log what was erased', skips: alone('log'), weather: erasing },
  {
    does: 'leaves in its checkpoint what was erased',
    // Neither does it take the chunk that the exchange has by then.
    skips: (...asked) => alone('chunks', 'meta')(...asked) || alone('chunks')(...asked),
    weather: { ...erasing, shortLog: 12, hasSetBack: false },
  },
  {
    does: 'drops what was not sent of what another one erased',
    skips: (table, _, { type }) => table === 'setAside' && type === 'add',
    weather: { ...erasing, erases: 0.4, away: 0.05, full: 0 },
  },
  {
    does: 'keeps a photo at the exchange that was erased',
    erases: (erasure) => ({ ...erasure, photos: [] }),
    weather: erasing,
  },
  {
    does: 'fills an exchange up with what was erased',
    isMindful: true,
    weather: { ...erasing, hasSetBack: true },
  },
  {
    does: 'brings back with a backup what was erased',
    onOpen: forgetful,
    reads: erasedAsNew,
    weather: { ...erasing, files: 0.4, jump: 0 },
  },
]

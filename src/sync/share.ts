import type { Genesis } from '../crypto/genesis.ts'
import { save } from '../db/save.ts'
import type { Notebook } from '../db/tables.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import type { Exchange } from './exchange.ts'
import { beginRosterHere } from './other-roster.ts'
import { metaKeys } from './status.ts'
import type { Founding } from './verbs.ts'

/**
 * Opens the space at the exchange and begins to exchange it: its roster is the genesis entry that was made with its keys.
 * Again, after a lost answer, it is the same space.
 */
export async function shareSpace(
  exchange: Exchange,
  notebook: Notebook,
  genesis: Genesis,
  { name, device, notebook: title, code }: Founding,
): Promise<void> {
  const { tables, space, url, now } = exchange
  const entry = { bytes: toHex(genesis.entry), signatures: genesis.signatures.map(toHex) }
  await exchange.ask(endpoints.found, { ...entry, code })
  await beginRosterHere(exchange, [{ ...entry, at: now() }])
  const before = await tables.versions.get(space)
  const set = { name: title, founder: name, founderDevice: device }
  const over = Object.fromEntries(
    Object.keys(set).map((field) => [field, Object.keys(before?.registers[field]?.live ?? {})]),
  )
  await save(notebook, [{ record: space, kind: 'notebook', set, over }])
  // Photos from before: what was saved when there was nobody to send it to.
  const photos = await tables.photos.toCollection().primaryKeys()
  await tables.unsentPhotos.bulkPut(photos.map((id) => ({ id })))
  await tables.meta.put({ key: metaKeys.exchange, value: url })
}

import { mkdtempSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import { keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { keysNow, newExchange } from '../../src/sync/exchange.ts'
import { setRole } from '../../src/sync/remove.ts'
import { edit } from '../db/notebook.ts'
import { day, person, rounds } from './forgotten.ts'
import { found, joined, Server, write, type Tablet } from './town.ts'

/** A tablet that makes checkpoints of short logs. */
const soon = (tablet: Tablet): Tablet => ({
  ...tablet,
  exchange: newExchange({ ...tablet.exchange, shortLog: 30 }),
})

/**
 * An exchange that was set back behind a checkpoint which Helga and Anna keep, and whose log lies nowhere any more: it covers notes
 * with these ids. Ilse, who coordinates too, and Béla were away since before it was made.
 */
export async function setBack(ids: readonly string[], people: readonly string[]) {
  const clock = { now: 1_700_000_000_000 }
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  const server = new Server(() => clock.now, openSqlite(join(folder, 'a.sqlite')))
  const helga = soon(await found(server))
  const anna = soon(await joined(server, helga))
  const ilse = soon(await joined(server, helga, { guest: 'Ilse' }))
  const bela = soon(await joined(server, helga, { guest: 'Béla' }))
  await setRole(helga.exchange, (await keysNow(ilse.exchange)).id, 'coordinator')
  await write(helga, ...people.map((id) => person(id)))
  const all: readonly Tablet[] = [helga, anna, ilse, bela]
  await rounds(...all)
  new DatabaseSync(join(folder, 'a.sqlite')).exec(`vacuum into '${join(folder, 'b.sqlite')}'`)
  await write(helga, ...ids.map((id, at) => edit(id, 'note', { text: `Notiz ${at}` })))
  await rounds(helga, anna, helga)
  const pass = (days: number): void => {
    clock.now += days * day
    for (const tablet of all) tablet.clock.time += days * day
  }
  pass(31)
  await rounds(helga, anna)
  if (!(await keptStatement(helga.exchange))?.isDropped) throw new Error('the log is still there')
  const store = openSqlite(join(folder, 'b.sqlite'))
  server.startOver(store)
  return { server, store, pass, helga, anna, ilse, bela }
}

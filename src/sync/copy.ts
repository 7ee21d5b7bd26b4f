import { makeDevice, testDevice, type Device as Keys } from '../crypto/device.ts'
import { openName, sealName, type DeviceName } from '../crypto/name.ts'
import { verifyRun } from '../crypto/run.ts'
import { becomeNew, type Undone } from '../db/exchange/become.ts'
import { receive } from '../db/exchange/receive.ts'
import { fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import type { Reach } from '../shared/checkpoint/statement.ts'
import type { Mark } from '../shared/exchange/endpoints.ts'
import { roleNow, type Roster, type RosterDevice } from '../shared/roster/roster.ts'
import { noChain } from '../shared/roster/writing.ts'
import { lastSeqOf, linksOf, writerOf } from '../shared/run.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { epochKey, keyOfName, wrapFor } from './keys.ts'
import { runIn } from './open-run.ts'
import { append } from './roster.ts'
import type { Asker } from './token.ts'

/** The end of a chain in the checkpoint that lies here: all of it was received. */
async function receiptIn(tables: Exchange['tables'], device: string): Promise<Reach | undefined> {
  return (await keptStatement({ tables }))?.statement.reach.find((one) => one.device === device)
}

/** Whether an end of my chain is one that I made. */
export async function isMine({ tables }: Exchange, me: string, mark: Mark | null): Promise<boolean> {
  if (!mark || mark.seq === 0) return true
  const logged = await tables.log.get([me, mark.seq])
  if (logged) return logged.hash === mark.hash
  // What a checkpoint covers was received from me, and isn't kept run by run.
  const covered = await receiptIn(tables, me)
  if (covered && mark.seq <= covered.seq) return mark.seq < covered.seq || mark.hash === covered.hash
  const sealed = await tables.sealed.filter(({ lastSeq }) => lastSeq === mark.seq).first()
  return sealed?.hash === mark.hash
}

/**
 * Looks for my own runs in a page. Those that I made have come: as good as a receipt. True if there is one that my key signed and I
 * never made: then another tablet has that key too. What the exchange says of me proves nothing, since it can say anything each
 * time, and each new name is one of those that a space may have.
 */
export async function showsCopy(exchange: Exchange, keys: Keys, parts: readonly Bytes[]): Promise<boolean> {
  for (const bytes of parts) {
    const run = writerOf(bytes) === keys.id ? runIn(bytes.buffer) : undefined
    if (!run) continue
    const last = linksOf(exchange.space, run).at(-1)?.hash ?? run.prevHash
    const end = { seq: lastSeqOf(run), hash: toHex(last) }
    if (await isMine(exchange, keys.id, end))
      await receive(exchange.tables, keys.id, { seq: end.seq, cursor: undefined })
    else if (await verifyRun(exchange.space, run, toHex(keys.signPublic))) return true
  }
  return false
}

/**
 * Somebody else writes under my name: this tablet, or that one, is a copy (restored from a backup, or cloned). This one goes
 * on under a new name; nothing that has no receipt, or one that is `undone`, is lost, and it is admitted by its old name at the
 * next round.
 */
export async function becomeOther({ tables, kept }: Exchange, keys: Keys, undone?: Undone): Promise<void> {
  const fresh = await makeDevice()
  await testDevice(fresh)
  const receipts = await tables.log
    .where('[device+lastSeq]')
    .between([keys.id, 0], [keys.id, Infinity])
    .sortBy('lastSeq')
  const covered = await receiptIn(tables, keys.id)
  const gone = new Set(undone?.runs.map(({ lastSeq }) => lastSeq))
  const last =
    receipts.findLast(({ lastSeq }) => !gone.has(lastSeq)) ??
    (covered && { lastSeq: covered.seq, hash: covered.hash })
  const seen = await tables.seen.get(keys.id)
  const receipt = last
    ? { device: keys.id, seq: last.lastSeq, hash: last.hash, rosterIndex: seen?.rosterIndex ?? 0 }
    : { device: keys.id, ...noChain }
  await becomeNew(tables, keys, fresh, { ...receipt, rosterIndex: 0 }, undone)
  delete kept.token
}

async function nameFor(exchange: Exchange, roster: Roster, old: RosterDevice, id: string): Promise<string> {
  const then = await keyOfName(exchange, roster, old.id)
  const unnamed: DeviceName = { name: '', device: 'tablet' }
  const name = old.name && then ? await openName(then, exchange.space, old.id, fromHex(old.name)) : unnamed
  return toHex(await sealName(await epochKey(exchange, roster), exchange.space, id, name, exchange.random))
}

/** The old name admits the new one: same member, same role. Nothing happens if it is there already. */
async function admitMyself(exchange: Exchange, before: Keys, now: Keys): Promise<void> {
  const asker = { id: before.id, key: before.sign.privateKey }
  await append(exchange, asker, [before.sign.privateKey, now.sign.privateKey], async (roster) => {
    const old = roster.devices.get(before.id)
    const role = roleNow(roster, before.id)
    if (!old || !role || roster.devices.has(now.id)) return undefined
    const key = await epochKey(exchange, roster)
    const body = {
      agree: toHex(now.agreePublic),
      device: now.id,
      member: old.member,
      name: await nameFor(exchange, roster, old, now.id),
      role,
      sign: toHex(now.signPublic),
      slip: '',
      wrap: await wrapFor(key, roster, toHex(now.agreePublic)),
    }
    return { kind: 'admit', body }
  })
}

/** Who asks in this device's name; a copy that isn't admitted yet is admitted first. */
export async function askerOf(exchange: Exchange, roster: Roster): Promise<Asker> {
  const keys = await keysNow(exchange)
  const before = (await exchange.tables.own.get('before'))?.device
  if (before && !roster.devices.has(keys.id)) await admitMyself(exchange, before, keys)
  return { id: keys.id, key: keys.sign.privateKey }
}

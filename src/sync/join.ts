import { makeDevice, testDevice, type Device as Keys } from '../crypto/device.ts'
import { sealName, type DeviceName } from '../crypto/name.ts'
import { openPlainPair } from '../crypto/pair.ts'
import { Problem } from '../crypto/problem.ts'
import { openBox, readDigits, slipKeysOf, type Box, type Greeting, type SlipKeys } from '../crypto/slip.ts'
import { fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { roleNow, type Roster } from '../shared/roster/roster.ts'
import { Refused, type Ask } from './ask.ts'
import type { Exchange } from './exchange.ts'
import { openKept, wrapFor } from './keys.ts'
import { SyncProblem } from './problem.ts'
import { fetchRoster } from './other-roster.ts'
import { append, knownRoster } from './roster.ts'
import { metaKeys } from './status.ts'
import { newToken, type Asker } from './token.ts'

/** The secret that these digits hold. SyncProblem 'digits'. */
export function secretOf(digits: string): Bytes {
  try {
    return readDigits(digits)
  } catch (error) {
    if (error instanceof Problem) throw new SyncProblem('digits', error)
    throw error
  }
}

let stretched: { readonly secret: string; readonly keys: Promise<SlipKeys> } | undefined

/** The keys of an invitation. Stretching takes a second on a tablet: looking at it and accepting it does that once. */
function keysOf(secret: Bytes): Promise<SlipKeys> {
  const name = toHex(secret)
  if (stretched?.secret !== name) stretched = { secret: name, keys: slipKeysOf(secret) }
  return stretched.keys
}

/** What is in a slip's box, and its id. Uses nothing up. Refused 'unknown', 'slip' (used or revoked) or 'expired'. */
export async function openSlip(ask: Ask, secret: Bytes): Promise<{ id: string; box: Box }> {
  const keys = await keysOf(secret)
  const { space, box: sealed } = await ask(endpoints.box, { slip: keys.id })
  try {
    const box = await openBox(keys, fromHex(sealed))
    if (box.space !== space) throw new SyncProblem('broken')
    return { id: keys.id, box }
  } catch (error) {
    if (error instanceof Problem) throw new SyncProblem('broken', error)
    throw error
  }
}

/** The part of a box that a person is shown. */
export function greetingOf(box: Box): Greeting {
  const { notebook, inviter, guest, role, own, helper, phone, language } = box
  return { notebook, inviter, guest, role, own, helper, phone, language }
}

/** Keys for a space that is being joined: they work before anything is promised. */
export async function newKeys(): Promise<Keys> {
  const keys = await makeDevice()
  await testDevice(keys)
  return keys
}

/** What lies here of a notebook that is being joined. */
export type Joining = {
  readonly exchange: Exchange
  /** The head that the invitation named: the roster must have had it. */
  readonly head: string
}

/** What an exchange says to a device that isn't in the notebook. */
const notIn: ReadonlySet<string> = new Set(['device', 'unknown'])

/** The roster as this device may read it once it is in it; undefined if it isn't. */
async function rosterOfMine({ exchange, head }: Joining, asker: Asker): Promise<Roster | undefined> {
  const { ask, url, space } = exchange
  try {
    const { token } = await newToken(ask, url, space, asker)
    return await beginWith(exchange, token, head)
  } catch (error) {
    // Anything else says nothing about that: an exchange that has no room just now must not make this device use its slip twice.
    if (error instanceof Refused && notIn.has(error.reason)) return undefined
    throw error
  }
}

async function beginWith(exchange: Exchange, token: string, head: string): Promise<Roster> {
  const roster = await fetchRoster(exchange, (from) => exchange.ask(endpoints.roster, { from }, token))
  if (!roster.heads.includes(head)) throw new SyncProblem('broken')
  return roster
}

async function admitBySlip(
  { exchange, head }: Joining,
  { id, box }: { readonly id: string; readonly box: Box },
  me: DeviceName,
  asker: Asker,
): Promise<void> {
  const { ask, url, space, random, began: keys } = exchange
  const sign = await openPlainPair('sign', { secret: box.sign, point: box.signPoint })
  const slip: Asker = { id, key: sign.privateKey }
  const roster = await beginWith(exchange, (await newToken(ask, url, space, slip)).token, head)
  if (!roster.slips.has(id)) throw new SyncProblem('broken')
  const agree = await openPlainPair('agree', { secret: box.agree, point: box.agreePoint })
  const say = async (present: Roster) => {
    const now = present.slips.get(id)
    if (!now || present.devices.has(keys.id)) return undefined
    // The key may have turned since the first look.
    const key = await openKept(present, now.wrap, agree)
    const body = {
      agree: toHex(keys.agreePublic),
      device: keys.id,
      member: now.member,
      name: toHex(await sealName(key, space, keys.id, me, random)),
      role: now.role,
      sign: toHex(keys.signPublic),
      slip: id,
      wrap: await wrapFor(key, present, toHex(keys.agreePublic)),
    }
    return { kind: 'admit' as const, body }
  }
  await append(exchange, slip, [slip.key, keys.sign.privateKey], say, asker)
}

/**
 * Admits this device, and begins the notebook here: the next round brings everything. `open` opens the invitation; it isn't
 * asked where the roster has this device already, after an answer that was lost: nothing is used up twice.
 */
export async function joinSpace(
  joining: Joining,
  open: () => Promise<{ readonly id: string; readonly box: Box }>,
  me: DeviceName,
): Promise<void> {
  const { exchange } = joining
  const { tables, url, began } = exchange
  const asker = { id: began.id, key: began.sign.privateKey }
  if (!(await rosterOfMine(joining, asker))) await admitBySlip(joining, await open(), me, asker)
  const role = roleNow(await knownRoster(exchange), began.id) ?? 'reader'
  await tables.meta.bulkPut([
    { key: metaKeys.exchange, value: url },
    { key: metaKeys.role, value: role },
  ])
}

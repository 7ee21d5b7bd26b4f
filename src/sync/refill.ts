import { authMessage } from '../crypto/auth.ts'
import { sign } from '../crypto/sign.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints, type Mark } from '../shared/exchange/endpoints.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { offerCheckpoint } from './checkpoint/offer.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { sendLost } from './push.ts'
import { Forked } from './problem.ts'
import { knownRoster } from './roster.ts'
import { offerPhotos } from './send-photos.ts'
import { askAs, type Asker } from './token.ts'

/** Gives an exchange that lost the roster, or its end, what this device holds of it. `code` is the operator's, '' for none. */
export async function refillRoster(exchange: Exchange, code: string): Promise<void> {
  const { ask, url, space, tables, kept } = exchange
  const { id, sign: pair } = await keysNow(exchange)
  const rows = await tables.roster.orderBy('index').toArray()
  const { challenge } = await ask(endpoints.challenge, {})
  const signature = toHex(await sign(pair.privateKey, authMessage(url, space, id, challenge)))
  const entries = rows.map(({ bytes, signatures }) => ({
    bytes: toHex(new Uint8Array(bytes)),
    signatures: signatures.map((one) => toHex(new Uint8Array(one))),
  }))
  await ask(endpoints.refill, { space, id, challenge, signature, code, entries })
  delete kept.token
}

/**
 * What an exchange says that was set back behind this device's coming, or lost its disk. True if it has the roster again, so that
 * it is worth to ask once more.
 */
export async function refillIfLost(exchange: Exchange, error: unknown): Promise<boolean> {
  if (!(error instanceof Refused) || (error.reason !== 'unknown' && error.reason !== 'device')) return false
  const roster = await knownRoster(exchange)
  if (!roleNow(roster, (await keysNow(exchange)).id)) return false
  try {
    await refillRoster(exchange, '')
    return true
  } catch (reason) {
    // It has gone on without what this device knows.
    if (reason instanceof Refused && reason.reason === 'head') throw new Forked()
    // The operator's code is missing: then what it said first stands.
    if (reason instanceof Refused) return false
    throw reason
  }
}

/** Refusals that say nothing of what was brought: it is to be brought again. */
const passing: ReadonlySet<string> = new Set(['full', 'busy', 'too-often', 'too-slow'])

/** Sends the runs that this device holds, of anybody, and the exchange has no more. False if it had no room or time for some. */
async function refillLog(exchange: Exchange, asker: Asker): Promise<boolean> {
  const { chains } = await askAs(exchange, asker, endpoints.marks, {})
  const marks = new Map(chains.map((chain) => [chain.device, chain]))
  const kept = (await keptStatement(exchange))?.statement.reach ?? []
  let isWhole = true
  const orPass = async (send: Promise<void>): Promise<void> => {
    try {
      await send
    } catch (error) {
      // Of one that has written on meanwhile, or was cut off: the others' are worth as much.
      if (!(error instanceof Refused)) throw error
      if (passing.has(error.reason)) isWhole = false
    }
  }
  const ends = kept.map(({ device }) => [device, marks.get(device) ?? { seq: 0 }] as const)
  await orPass(offerCheckpoint(exchange, asker, new Map(ends)))
  const keys = await exchange.tables.log.toCollection().primaryKeys()
  for (const device of new Set(keys.map(([id]) => id)))
    await orPass(sendLost(exchange, asker, device, marks.get(device) ?? null))
  return isWhole
}

const owed = 'refill'

/** The exchange began its log anew: what this device holds of it is owed to it, however often that is cut off. */
export async function oweRefill({ tables }: Exchange): Promise<void> {
  await tables.meta.put({ key: owed, value: '1' })
}

/** Brings what is owed, photos too. */
export async function payRefill(exchange: Exchange, asker: Asker): Promise<void> {
  const { meta } = exchange.tables
  if ((await meta.get(owed)) === undefined) return
  await offerPhotos(exchange, asker)
  if (await refillLog(exchange, asker)) await meta.delete(owed)
}

/** Sends what the exchange had of me and has no more; where that is only in the checkpoint by now, first that. */
export async function sendMine(exchange: Exchange, asker: Asker, mark: Mark | null): Promise<void> {
  try {
    await offerCheckpoint(exchange, asker, new Map([[asker.id, mark ?? { seq: 0 }]]))
  } catch (error) {
    // Without it what follows upon it isn't taken either.
    if (error instanceof Refused) return oweRefill(exchange)
    throw error
  }
  await sendLost(exchange, asker, asker.id, mark)
}

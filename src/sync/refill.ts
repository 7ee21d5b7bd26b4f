import { authMessage } from '../crypto/auth.ts'
import { sign } from '../crypto/sign.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { offerCheckpoint } from './checkpoint/offer.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { sendLost } from './push.ts'
import { Forked } from './problem.ts'
import { knownRoster } from './roster.ts'
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

/** Sends the runs that this device holds, of anybody, and the exchange has no more. */
export async function refillLog(exchange: Exchange, asker: Asker): Promise<void> {
  const { chains } = await askAs(exchange, asker, endpoints.marks, {})
  const marks = new Map(chains.map((chain) => [chain.device, chain]))
  const kept = (await keptStatement(exchange))?.statement.reach ?? []
  await offerCheckpoint(
    exchange,
    asker,
    new Map(kept.map(({ device }) => [device, marks.get(device) ?? { seq: 0 }])),
  )
  const keys = await exchange.tables.log.toCollection().primaryKeys()
  for (const device of new Set(keys.map(([id]) => id))) {
    try {
      await sendLost(exchange, asker, device, marks.get(device) ?? null)
    } catch (error) {
      // Of one that has written on meanwhile, or was cut off: the others' are worth as much.
      if (!(error instanceof Refused)) throw error
    }
  }
}

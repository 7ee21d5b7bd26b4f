import { verifyStatement } from '../../crypto/checkpoint.ts'
import { chunksNow } from '../../shared/checkpoint/erased.ts'
import { checkpointAllowed, covers, isAgreed, witnessOf } from '../../shared/checkpoint/rules.ts'
import type { SignedStatement } from '../../shared/checkpoint/signed.ts'
import { checkpointId, readStatement, type Statement } from '../../shared/checkpoint/statement.ts'
import { concat, fromHex, toHex } from '../../shared/bytes.ts'
import { digestOf } from '../../shared/digest.ts'
import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import { mayWrite } from '../../shared/roster/removing.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { KeptCheckpoint, Store } from '../store/store.ts'
import type { House, KnownHandler } from './house.ts'
import { refuse } from './refuse.ts'

/** Checkpoints that wait for a second member: each device has one at most, and false ones must not crowd out the others. */
const mostWaiting = 12

const day = 24 * 60 * 60 * 1000

type List = typeof endpoints.checkpoints
export const checkpoints: KnownHandler<List> = async ({ store }, _question, { space }) => ({
  checkpoints: (await store.checkpoints(space)).slice(0, 20).map(({ bytes, signatures, agreed }) => ({
    bytes: toHex(bytes),
    signatures: signatures.map(({ device, signature }) => ({ device, signature: toHex(signature) })),
    agreed,
  })),
})

type Get = typeof endpoints.getChunk
export const getChunk: KnownHandler<Get> = async ({ store }, { hash }, asker) => {
  const bytes = await store.chunk(asker.space, hash)
  return { parts: bytes ? [bytes] : refuse('unknown') }
}

type PutChunk = typeof endpoints.putChunk
/** Readers too: whoever has a checkpoint may bring it to an exchange that lost it. */
export const putChunk: KnownHandler<PutChunk> = async ({ store, spaceBytes, now }, { parts }, asker) => {
  const [bytes] = parts
  if (!bytes || parts.length !== 1) return refuse('malformed')
  if (bytes.length > limits.chunk) refuse('too-long')
  const chunk = { hash: toHex(digestOf(concat(bytes))), bytes, at: now() }
  if ((await store.putChunk(asker.space, chunk, spaceBytes)) === 'full') refuse('full')
  return {}
}

/** Those who signed it, each signature verified: a wrong one among them refuses all. */
async function verified(
  roster: Roster,
  statement: Statement,
  { bytes, signatures }: SignedStatement,
): Promise<KeptCheckpoint['signatures']> {
  const raw = fromHex(bytes)
  return Promise.all(
    signatures.map(async ({ device, signature }) => {
      const sign = roster.devices.get(device)?.sign ?? refuse('device')
      if (witnessOf(roster, statement, device) === undefined) refuse('role')
      if (!(await verifyStatement(sign, fromHex(signature), raw))) refuse('signature')
      return { device, signature: fromHex(signature) }
    }),
  )
}

/** Whether the log has just these envelopes up to this place. */
async function isOfLog(store: Store, { space, n, hash, reach }: Statement): Promise<boolean> {
  if ((await store.hashAt(space, n)) !== hash) return false
  const here = new Map((await store.chainsAt(space, n)).map((chain) => [chain.device, chain]))
  const isSame = reach.every(({ device, seq, hash: last }) => {
    const chain = here.get(device)
    return chain?.seq === seq && chain.hash === last
  })
  return isSame && here.size === reach.length
}

/** Whether it says more than lies here: then the log that it covers was lost, and goes on from it. */
async function isAhead(store: Store, { space, reach }: Statement): Promise<boolean> {
  return !covers({ reach: await store.chains(space) }, reach)
}

/** Whether it says all for which the beginning of the log stands by now, and which lies nowhere else. */
async function coversBase(store: Store, statement: Statement): Promise<boolean> {
  const { space } = statement
  return covers(statement, await store.chainsAt(space, (await store.space(space))?.base.n ?? 0))
}

type Put = typeof endpoints.putCheckpoint
/**
 * Takes a checkpoint, or one more signature of it. One that enough members signed may be of another order of the log, or of more than
 * is left of it: that is how an exchange that was set back comes to what it lost, also where others have agreed on a newer one that
 * didn't know of that. What only the newer one covers follows in the log.
 */
export const putCheckpoint: KnownHandler<Put> = async (house, question, asker) => {
  const { store, now } = house
  const { space, roster } = asker
  const bytes = fromHex(question.bytes)
  const statement = readStatement(bytes)
  const refusal = checkpointAllowed(roster, statement)
  if (refusal) refuse(refusal)
  const signatures = await verified(roster, statement, question)
  const id = checkpointId(bytes)
  const all = await store.checkpoints(space)
  const before = all.find((one) => one.id === id)
  const signers = [...signatures, ...(before?.signatures ?? [])].map(({ device }) => device)
  const agrees = isAgreed(roster, statement, signers)
  const isHere = await isOfLog(store, statement)
  const bringsLost = agrees && !isHere && (await isAhead(store, statement))
  const isOlder = all.some(({ agreed, n }) => agreed > 0 && n > statement.n)
  if (bringsLost ? !(await coversBase(store, statement)) : isOlder) return { agreed: false }
  if (!agrees && !mayWrite(asker.role)) refuse('role')
  if (!isHere && !agrees) refuse('chain')
  const put = {
    id,
    maker: asker.id,
    n: statement.n,
    bytes,
    signatures,
    agreed: agrees ? now() : 0,
    chunks: chunksNow(roster, statement) ?? refuse('erased'),
    at: now(),
    // What lies here is then what a backup held, and the log goes on from what its end was.
    base: bringsLost ? statement : undefined,
  }
  const kept = await store.putCheckpoint(space, put, mostWaiting)
  if (kept !== 'kept') refuse(kept)
  return { agreed: agrees }
}

/** Lets a log begin at its checkpoint, once that has been agreed on for so long that no backup is from before. */
export async function dropCovered({ store, now }: House, space: string): Promise<void> {
  const latest = (await store.checkpoints(space)).find(({ agreed }) => agreed > 0)
  const base = (await store.space(space))?.base
  if (!latest || !base || base.n >= latest.n || latest.agreed > now() - limits.coveredDays * day) return
  await store.rebase(space, readStatement(latest.bytes))
}

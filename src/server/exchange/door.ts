import { authMessage } from '../../crypto/auth.ts'
import { verify } from '../../crypto/sign.ts'
import { fromHex, toHex } from '../../shared/bytes.ts'
import type { endpoints, Reason } from '../../shared/exchange/endpoints.ts'
import { isExpired, type Roster } from '../../shared/roster/roster.ts'
import { dropCovered } from './checkpoints.ts'
import { hashOfHex } from './hash.ts'
import { askerOf, type Asker, type House, type OpenHandler } from './house.ts'
import { refuse } from './refuse.ts'

const second = 1000
const challengeTime = 60 * second
const tokenSeconds = 15 * 60
/** Challenges that wait for their answer. The oldest gives way, so nobody who asks for more than that locks others out. */
const mostChallenges = 10_000

const randomHex = ({ random }: House): string => toHex(random(new Uint8Array(32)))

type Challenge = typeof endpoints.challenge
/** A challenge for one token within a minute. */
export const challenge: OpenHandler<Challenge> = async (house) => {
  const { store, now } = house
  await store.sweep(now())
  const made = randomHex(house)
  await store.keepChallenge(await hashOfHex(made), now() + challengeTime, mostChallenges)
  return { challenge: made }
}

/** The public key that answers for this id, or why it gets no token. */
function keyOf(roster: Roster, id: string, now: number): { sign: string; isSlip: boolean } | Reason {
  const device = roster.devices.get(id)
  if (device) return { sign: device.sign, isSlip: false }
  const slip = roster.slips.get(id)
  if (!slip) return 'device'
  if (slip.state !== 'live') return 'slip'
  return isExpired(slip, now) ? 'expired' : { sign: slip.sign, isSlip: true }
}

type Token = typeof endpoints.token
/**
 * A token for who signs the challenge. Refused as 'token' (no such challenge any more), 'unknown' (no such space here), 'device'
 * (nobody of this id in it), 'slip' (used or revoked), 'expired' or 'signature'.
 */
export const token: OpenHandler<Token> = async (house, question, address) => {
  const { store, now, rosters, often, publicUrl } = house
  const { space, id, challenge: asked, signature } = question
  const wait = often.misses.wait(address)
  if (wait > 0) refuse('too-often', wait)
  // Used up whatever comes next.
  if (!(await store.takeChallenge(await hashOfHex(asked), now()))) refuse('token')
  const miss = (reason: Reason): never => {
    often.misses.take(address)
    return refuse(reason)
  }
  const roster = (await rosters.of(space)) ?? miss('unknown')
  const key = keyOf(roster, id, now())
  if (typeof key === 'string') return key === 'device' ? miss(key) : refuse(key)
  const message = authMessage(publicUrl, space, id, asked)
  if (!(await verify(fromHex(key.sign), fromHex(signature), message))) miss('signature')
  const pause = often.tokens.take(`${space} ${id}`)
  if (pause > 0) refuse('too-often', pause)
  const made = randomHex(house)
  const session = { space, id, isSlip: key.isSlip, expires: now() + tokenSeconds * second }
  await store.keepToken(await hashOfHex(made), session)
  if (!key.isSlip) await store.visit(space, id, now())
  await dropCovered(house, space)
  return { token: made, seconds: tokenSeconds, now: now() }
}

/** Why a slip's token is worth nothing any more. A used one may still look whether its device was admitted. */
function slipEnded(roster: Roster, id: string, now: number): Reason | undefined {
  const slip = roster.slips.get(id)
  if (!slip) return 'token'
  if (slip.state === 'revoked') return 'slip'
  return isExpired(slip, now) ? 'expired' : undefined
}

/** Who asks, by the header `Authorization`. Judged by the roster as it is now, whatever it was when the token was given. */
export async function askerBy(house: House, authorization: string | null): Promise<Asker> {
  const { store, now, rosters } = house
  const [, sent] = /^Bearer ([0-9a-f]{64})$/.exec(authorization ?? '') ?? []
  const session = sent === undefined ? undefined : await store.session(await hashOfHex(sent), now())
  const roster = session && (await rosters.of(session.space))
  if (!session || !roster) return refuse('token')
  const ended = session.isSlip ? slipEnded(roster, session.id, now()) : undefined
  if (ended) refuse(ended)
  if (!session.isSlip && !roster.devices.has(session.id)) refuse('token')
  return askerOf(session, roster)
}

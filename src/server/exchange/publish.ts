import { verify } from '../../crypto/sign.ts'
import { fromHex, toHex } from '../../shared/bytes.ts'
import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { registerLimits } from '../../shared/register/limits.ts'
import { publisherOf, readStatement, statementMessage } from '../../shared/register/statement.ts'
import { roleNow } from '../../shared/roster/roster.ts'
import type { KnownHandler } from './house.ts'
import { refuse } from './refuse.ts'

const most = { there: registerLimits.entries, ever: registerLimits.everEntries }

type Publish = typeof endpoints.publish
/** An entry of the asker's space, for everybody to read. What it says is judged before who says it: no key is asked for nonsense. */
export const publish: KnownHandler<Publish> = async (house, question, { space, id }) => {
  const { store, now, random, rosters, often } = house
  const bytes = fromHex(question.bytes)
  const statement = readStatement(bytes)
  if (statement.device !== id) refuse('device')
  if (statement.publisher !== publisherOf(space)) refuse('signer')
  // As it is by now: the body may have taken its time.
  const roster = (await rosters.of(space)) ?? refuse('token')
  if (roleNow(roster, id) !== 'coordinator') refuse('role')
  const key = roster.devices.get(id)?.sign ?? ''
  const isRight = await verify(fromHex(key), fromHex(question.signature), statementMessage(bytes))
  if (!isRight) refuse('signature')
  const wait = often.publications.take(space)
  if (wait > 0) refuse('too-often', wait)
  const mark = toHex(random(new Uint8Array(8)))
  const { signature } = question
  const kept = await store.publish({ statement, bytes, signature, key, at: now(), mark }, most)
  return typeof kept === 'number' ? { n: kept } : refuse(kept)
}

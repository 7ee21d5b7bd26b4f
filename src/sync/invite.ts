import { makePlainPair } from '../crypto/pair.ts'
import { digitsOf, newSlipSecret, sealBox, slipKeysOf, type SlipKeys } from '../crypto/slip.ts'
import { textOf } from '../records/fields.ts'
import { toHex } from '../shared/bytes.ts'
import { newId } from '../shared/ids.ts'
import type { Role } from '../shared/roster/bodies.ts'
import { presentHead, roleNow, type Roster } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { tellCircle } from './circle.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { forgetInvitation, keepInvitation } from './invitations.ts'
import { epochKey, wrapFor } from './keys.ts'
import { append, knownRoster } from './roster.ts'
import { timeThere, type Asker } from './token.ts'
import type { Guest, Invitation } from './verbs.ts'

/** An invitation is good for so many milliseconds: two weeks. */
const goodFor = 14 * 24 * 60 * 60 * 1000

/** A slip to be made: whom it admits as what, and until when (0 for ever). */
type Order = {
  readonly guest: Omit<Guest, 'role'> & { readonly role: Role }
  readonly expires: number
}

/** What the invitation says of itself to whoever opens it. */
async function greetingFor({ tables, space }: Exchange, guest: Order['guest'], me: string) {
  const notebook = textOf((await tables.records.get(space))?.fields ?? {}, 'name')
  const names = JSON.parse((await tables.meta.get('names'))?.value ?? '{}') as { [device: string]: string }
  const { guest: name, role, own, helper, phone, language } = guest
  return { notebook, inviter: names[me] ?? '', guest: name, role, own, helper, phone, language }
}

/** The guest's member: mine for a further device of my own, else a new one. */
function memberFor(roster: Roster, me: string, { own }: Order['guest'], fresh: string): string {
  return own ? (roster.devices.get(me)?.member ?? fresh) : fresh
}

/** What a further device of my own may do at once: as coordinator nobody is admitted by a link. */
function roleFor(roster: Roster, me: string, { own, role }: Order['guest']): Role {
  if (!own) return role
  return roleNow(roster, me) === 'reader' ? 'reader' : 'member'
}

/** Puts a slip into the roster. */
export async function issueSlip(
  exchange: Exchange,
  asker: Asker,
  slip: SlipKeys,
  { guest, expires }: Order,
): Promise<void> {
  const { space, random } = exchange
  const [sign, agree] = await Promise.all([makePlainPair('sign'), makePlainPair('agree')])
  const fresh = newId(random)
  await append(exchange, asker, [asker.key], async (roster) => {
    if (roster.slips.has(slip.id)) return undefined
    // Taken out meanwhile: the key has turned, and this device can't open the new one.
    if (!roleNow(roster, asker.id)) throw new Refused('cutoff')
    const key = await epochKey(exchange, roster)
    const role = roleFor(roster, asker.id, guest)
    const greeting = await greetingFor(exchange, { ...guest, role }, asker.id)
    const keys = { sign: sign.secret, signPoint: sign.point, agree: agree.secret, agreePoint: agree.point }
    const box = { ...greeting, ...keys, space, head: presentHead(roster) }
    const body = {
      slip: slip.id,
      agree: agree.point,
      box: toHex(await sealBox(slip, box, random)),
      expires,
      member: memberFor(roster, asker.id, guest, fresh),
      role,
      sign: sign.point,
      wrap: await wrapFor(key, roster, agree.point),
    }
    return { kind: 'issue', body }
  })
}

/** Makes an invitation: a slip in the roster, and its secret on this device. Needs the network. */
export async function inviteGuest(exchange: Exchange, appAddress: string, guest: Guest): Promise<Invitation> {
  const { random, tables } = exchange
  const asker = await askerOf(exchange, await knownRoster(exchange))
  const secret = newSlipSecret(random)
  const slip = await slipKeysOf(secret)
  // By the exchange's clock, which is the one that counts.
  const expires = (await timeThere(exchange, asker)) + goodFor
  const digits = digitsOf(secret)
  const link = `${appAddress}#/join/${digits}`
  // Before the roster has it: an invitation that nobody can show any more would stay open for two weeks.
  await keepInvitation(tables, { ...guest, slip: slip.id, digits, link, expires })
  await issueSlip(exchange, asker, slip, { guest, expires })
  await tellCircle(exchange)
  return { ...guest, slip: slip.id, digits, link, expires }
}

/** Makes an invitation good for nothing; one that was used or revoked already stays as it is. */
export async function revokeSlip(exchange: Exchange, slip: string): Promise<void> {
  const asker = await askerOf(exchange, await knownRoster(exchange))
  await append(exchange, asker, [asker.key], (roster) =>
    Promise.resolve(
      roster.slips.get(slip)?.state === 'live' ? { kind: 'revoke' as const, body: { slip } } : undefined,
    ),
  )
  await forgetInvitation(exchange.tables, slip)
  await tellCircle(exchange)
}

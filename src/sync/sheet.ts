import { digitsOf, newSheetSecret, slipKeysOf } from '../crypto/slip.ts'
import { tellCircle } from './circle.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { issueSlip } from './invite.ts'
import { secretOf } from './join.ts'
import { append, knownRoster } from './roster.ts'
import { keepTried } from './tried-sheet.ts'
import type { Sheet } from './verbs.ts'

/** Makes a recovery sheet. Its secret stands nowhere but on the paper: who doesn't print it makes another one. Needs the network. */
export async function makeSheet(exchange: Exchange, appAddress: string): Promise<Sheet> {
  const asker = await askerOf(exchange, await knownRoster(exchange))
  const secret = newSheetSecret(exchange.random)
  const slip = await slipKeysOf(secret)
  const guest = { guest: '', role: 'coordinator', own: false, language: '', helper: '', phone: '' } as const
  await issueSlip(exchange, asker, slip, { guest, expires: 0 })
  await tellCircle(exchange)
  const digits = digitsOf(secret)
  return { slip: slip.id, digits, link: `${appAddress}#/join/${digits}` }
}

/** Whether these digits are those of a sheet that is good here; remembers that it was tried. SyncProblem 'digits'. */
export async function trySheet(exchange: Exchange, digits: string): Promise<boolean> {
  const { id } = await slipKeysOf(secretOf(digits))
  const slip = (await knownRoster(exchange)).slips.get(id)
  if (slip?.role !== 'coordinator' || slip.state !== 'live') return false
  await keepTried(exchange, id)
  await tellCircle(exchange)
  return true
}

/** Makes all sheets but this one good for nothing: for papers that were lost, and those from before. */
export async function endOtherSheets(exchange: Exchange, slip: string): Promise<void> {
  const asker = await askerOf(exchange, await knownRoster(exchange))
  for (;;) {
    const { slips } = await knownRoster(exchange)
    const old = [...slips.values()].find(
      (one) => one.role === 'coordinator' && one.state === 'live' && one.slip !== slip,
    )
    if (!old) break
    await append(exchange, asker, [asker.key], (roster) =>
      Promise.resolve(
        roster.slips.get(old.slip)?.state === 'live'
          ? { kind: 'revoke' as const, body: { slip: old.slip } }
          : undefined,
      ),
    )
  }
  await tellCircle(exchange)
}

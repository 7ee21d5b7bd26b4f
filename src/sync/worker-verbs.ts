import type { DeviceName } from '../crypto/name.ts'
import type { OwnSpace } from '../db/device.ts'
import { Tables, type Notebook } from '../db/tables.ts'
import type { ReportQuestion } from '../shared/register/endpoints.ts'
import type { Role } from '../shared/roster/bodies.ts'
import { askAt } from './ask.ts'
import type { Call } from './calls.ts'
import { askVisits, tellCircle } from './circle.ts'
import { askConfig } from './config.ts'
import { askerOf } from './copy.ts'
import type { Desk } from './desk.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { fetchPhotoHere } from './fetch-photos.ts'
import { freePhotos } from './free-photos.ts'
import { inviteGuest, revokeSlip } from './invite.ts'
import { ownInvitations } from './invitations.ts'
import { greetingOf, openSlip, secretOf } from './join.ts'
import { join } from './join-verb.ts'
import { leaveSpace } from './leave.ts'
import { SyncProblem } from './problem.ts'
import { publishEntry, reportEntry } from './publish.ts'
import { refillRoster } from './refill.ts'
import { tendRegister } from './register.ts'
import { removeDevices, setRole } from './remove.ts'
import { knownRoster } from './roster.ts'
import { exchangeRound, healRound } from './round.ts'
import { shareSpace } from './share.ts'
import { endOtherSheets, makeSheet, trySheet } from './sheet.ts'
import { exchangeOf } from './spaces.ts'
import { orStop } from './stopped.ts'
import type { Edition, Founding, Guest } from './verbs.ts'

function openExchange(desk: Desk): Exchange {
  const exchange = desk.exchange()
  if (!exchange) throw new SyncProblem('refused')
  return exchange
}

async function ownOf({ device, space }: Desk): Promise<OwnSpace> {
  const own = await device.spaces.get(space)
  if (!own) throw new SyncProblem('refused')
  return own
}

async function share(desk: Desk, founding: Founding): Promise<void> {
  const own = await ownOf(desk)
  if (!own.genesis) throw new SyncProblem('refused')
  const { exchange: url } = await askConfig(desk.appAddress, desk.fetch)
  const tables = new Tables(own.space)
  await tables.open()
  const exchange = exchangeOf(own, tables, url, desk.fetch)
  const me = (await keysNow(exchange)).id
  const notebook: Notebook = { space: own.space, me, tables, now: Date.now }
  await shareSpace(exchange, notebook, own.genesis, founding)
  await desk.device.spaces.update(own.space, { name: founding.notebook })
  await desk.alone(own.space, () => exchangeRound(exchange))
  desk.take(exchange)
}

async function exchangeNow(desk: Desk): Promise<void> {
  const exchange = openExchange(desk)
  await desk.alone(exchange.space, () => orStop(exchange.tables, () => exchangeRound(exchange)))
  await askVisits(exchange, await askerOf(exchange, await knownRoster(exchange)))
  await tellCircle(exchange)
}

/** Carries out what a screen asks for. Rejects with what went wrong, as it came. */
export async function carryOut(desk: Desk, { verb, args }: Call): Promise<unknown> {
  const alone = <T>(job: (exchange: Exchange) => Promise<T>): Promise<T> => {
    const exchange = openExchange(desk)
    return desk.alone(exchange.space, () => job(exchange))
  }
  switch (verb) {
    case 'share':
      return share(desk, args[0] as Founding)
    case 'askExchange': {
      const { needsCode, operator } = await askConfig(desk.appAddress, desk.fetch)
      return { needsCode, operator }
    }
    case 'invite':
      return alone((exchange) => inviteGuest(exchange, desk.appAddress, args[0] as Guest))
    case 'invitation':
      return (await ownInvitations(openExchange(desk).tables))[args[0] as string]
    case 'revoke':
      return alone((exchange) => revokeSlip(exchange, args[0] as string))
    case 'lookUp': {
      const secret = secretOf(args[0] as string)
      const { exchange: url } = await askConfig(desk.appAddress, desk.fetch)
      return greetingOf((await openSlip(askAt(url, desk.fetch), secret)).box)
    }
    case 'join':
      return join(desk, args[0] as string, args[1] as DeviceName, args[2] as boolean)
    case 'setRole':
      return alone((exchange) => setRole(exchange, args[0] as string, args[1] as Role))
    case 'makeSheet':
      return alone((exchange) => makeSheet(exchange, desk.appAddress))
    case 'trySheet':
      return alone((exchange) => trySheet(exchange, args[0] as string))
    case 'endOtherSheets':
      return alone((exchange) => endOtherSheets(exchange, args[0] as string))
    case 'refill':
      return alone(async (exchange) => {
        await refillRoster(exchange, args[0] as string)
        await exchangeRound(exchange)
      })
    case 'heal':
      return alone(healRound)
    case 'remove':
      return alone((exchange) => removeDevices(exchange, args[0] as readonly string[]))
    case 'leave':
      return alone(leaveSpace)
    case 'exchangeNow':
      return exchangeNow(desk)
    case 'fetchPhoto': {
      const exchange = openExchange(desk)
      const asker = await askerOf(exchange, await knownRoster(exchange))
      return fetchPhotoHere(exchange, asker, args[0] as string)
    }
    case 'freePhotos':
      return alone(async (exchange) =>
        freePhotos(exchange, await askerOf(exchange, await knownRoster(exchange))),
      )
    case 'publish':
      return alone((exchange) => publishEntry(exchange, args[0] as Edition))
    case 'takeRegister':
      return tendRegister(desk, desk.exchange(), { isWanted: true })
    case 'reportEntry':
      return reportEntry(desk, args[0] as ReportQuestion)
  }
}

import type { DeviceName } from '../crypto/name.ts'
import type { Device, OwnSpace } from '../db/device.ts'
import { Tables, type Notebook } from '../db/tables.ts'
import { copyAllInto } from '../db/copy-all.ts'
import type { ReportQuestion } from '../shared/register/endpoints.ts'
import type { Role } from '../shared/roster/bodies.ts'
import { askAt, type Fetch } from './ask.ts'
import type { Call } from './calls.ts'
import { askVisits, tellCircle } from './circle.ts'
import { askConfig } from './config.ts'
import { askerOf } from './copy.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { fetchPhotoHere } from './fetch-photos.ts'
import { freePhotos } from './free-photos.ts'
import { inviteGuest, revokeSlip } from './invite.ts'
import { ownInvitations } from './invitations.ts'
import { greetingOf, joinSpace, newKeys, openSlip, secretOf } from './join.ts'
import { leaveSpace } from './leave.ts'
import { SyncProblem } from './problem.ts'
import { publishEntry, reportEntry } from './publish.ts'
import { refillRoster } from './refill.ts'
import { takeRegister } from './register.ts'
import { removeDevices, setRole } from './remove.ts'
import { knownRoster } from './roster.ts'
import { exchangeRound, healRound } from './round.ts'
import { shareSpace } from './share.ts'
import { endOtherSheets, makeSheet, trySheet } from './sheet.ts'
import { exchangeOf } from './spaces.ts'
import { metaKeys } from './status.ts'
import { orStop } from './stopped.ts'
import type { Edition, Founding, Guest } from './verbs.ts'

/** What the worker has at hand. */
export type Desk = {
  readonly device: Device
  /** The app's own address, ending with a slash. */
  readonly appAddress: string
  /** The space that is open in this tab. */
  readonly space: string
  readonly fetch: Fetch
  /** The exchange of the open space; undefined while it isn't shared. */
  readonly exchange: () => Exchange | undefined
  /** Takes up the exchange of a space that has just come to be exchanged. */
  readonly take: (exchange: Exchange) => void
  readonly alone: <T>(space: string, job: () => Promise<T>) => Promise<T>
}

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

/**
 * Makes a space that this device has left, and whose entries still lie here, that it was taken out of, or whose roster
 * is another one by now, one that can be joined again: under new keys, since such a device never comes back. False if it is still in it.
 */
async function forgetLeaving({ space }: OwnSpace): Promise<boolean> {
  const tables = new Tables(space)
  await tables.open()
  const { meta, own } = tables
  return tables.transaction('rw', meta, own, async () => {
    const stopped = (await meta.get(metaKeys.stopped))?.value
    if (stopped !== 'left' && stopped !== 'removed' && stopped !== 'forked') return false
    await own.clear()
    await meta.bulkDelete(['me', metaKeys.stopped, metaKeys.role, metaKeys.exchange])
    return true
  })
}

/** The space that these digits lead to, with keys of its own; the same again where it was begun before. */
async function beginJoining(desk: Desk, digits: string, url: string): Promise<OwnSpace> {
  const plain = digits.replace(/\D/g, '')
  const begun = await desk.device.spaces.filter(({ joining }) => joining?.digits === plain).first()
  if (begun) return begun
  const { box } = await openSlip(askAt(url, desk.fetch), secretOf(digits))
  const known = await desk.device.spaces.get(box.space)
  if (known && !(await forgetLeaving(known))) return known
  const own: OwnSpace = {
    space: box.space,
    device: await newKeys(),
    madeAt: known?.madeAt ?? Date.now(),
    joining: { digits: plain, head: box.head },
    name: box.notebook,
  }
  await desk.device.spaces.put(own)
  return own
}

/** What was written in the open notebook, for one that is being joined. */
async function takeAlongOpen(desk: Desk, to: Notebook): Promise<void> {
  // Whoever may only read there has nobody to send it to.
  if ((await to.tables.meta.get(metaKeys.role))?.value === 'reader') return
  const tables = new Tables(desk.space)
  await tables.open()
  await copyAllInto({ ...to, space: desk.space, tables }, to)
  tables.close()
}

async function join(desk: Desk, digits: string, me: DeviceName, take: boolean): Promise<{ space: string }> {
  const { exchange: url } = await askConfig(desk.appAddress, desk.fetch)
  const own = await beginJoining(desk, digits, url)
  const { space, joining } = own
  if (!joining) return { space }
  const tables = new Tables(space)
  await tables.open()
  const exchange = exchangeOf(own, tables, url, desk.fetch)
  await joinSpace({ exchange, head: joining.head }, () => openSlip(exchange.ask, secretOf(digits)), me)
  if (take) await takeAlongOpen(desk, { space, me: own.device.id, tables, now: Date.now })
  await desk.alone(space, () => exchangeRound(exchange))
  // Last: whatever was cut off before is taken up again by the same digits, and uses nothing up.
  const { joining: _done, ...joined } = own
  await desk.device.spaces.put(joined)
  desk.take(exchange)
  return { space }
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
      return takeRegister(desk, { withBase: true })
    case 'reportEntry':
      return reportEntry(desk, args[0] as ReportQuestion)
  }
}

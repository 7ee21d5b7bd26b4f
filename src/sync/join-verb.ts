import type { DeviceName } from '../crypto/name.ts'
import type { OwnSpace } from '../db/device.ts'
import { copyAllInto } from '../db/copy-all.ts'
import { Tables, type Notebook } from '../db/tables.ts'
import { askAt } from './ask.ts'
import { askConfig } from './config.ts'
import type { Desk } from './desk.ts'
import { joinSpace, newKeys, openSlip, secretOf } from './join.ts'
import { exchangeRound } from './round.ts'
import { exchangeOf } from './spaces.ts'
import { metaKeys } from './status.ts'

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

/** Accepts an invitation by its digits; see `join` of verbs.ts. */
export async function join(
  desk: Desk,
  digits: string,
  me: DeviceName,
  take: boolean,
): Promise<{ space: string }> {
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

import type { Change } from '../../../src/db/merge.ts'
import { toRow } from '../../../src/db/show.ts'
import { readStamp, stampOf, type Stamp } from '../../../src/db/stamp.ts'
import type { Tables } from '../../../src/db/tables.ts'
import { keptStatement } from '../../../src/sync/checkpoint/kept.ts'
import { checkForgottenOn } from './forgotten.ts'
import { keepersOf, livingIn, type Living } from './living.ts'
import type { Tablet } from './tablet.ts'
import { checkKept, checkSafety, unsentOn } from './promised.ts'
import { noteAside } from './set-aside.ts'
import type { Truth } from './truth.ts'
import { mustHold, textOf } from './violation.ts'
import type { World } from './world.ts'

/** Unsent versions are one's own, whatever the device was called when they were written. */
const plain = (stamp: Stamp): Stamp => {
  const { seq } = readStamp(stamp)
  return seq > 0 ? stamp : stampOf('mine', seq)
}

/** How far the checkpoint that a tablet keeps has each device's chain. */
export async function coveredOn(witness: Tables): Promise<Map<string, number>> {
  const kept = await keptStatement({ tables: witness })
  return new Map(kept?.statement.reach.map(({ device, seq }) => [device, seq]))
}

/** What lies in a tablet's tables, at one moment. */
function readDisk({ witness, own }: Tablet) {
  return witness.transaction('r', witness.tables, async () => {
    const { versions, outbox, waiting, sealed, seen, frozen, aside, log, unsentPhotos, records, erased } =
      witness
    const me = (await witness.own.get('now'))?.device.id ?? own.keys.id
    return {
      me,
      versions: await versions.toArray(),
      records: await records.toArray(),
      outbox: await outbox.toArray(),
      waiting: await waiting.toArray(),
      sealed: await sealed.toArray(),
      seen: await seen.toArray(),
      frozen: await frozen.count(),
      aside: await aside.toArray(),
      log: await log.toCollection().primaryKeys(),
      covered: await coveredOn(witness),
      unsentPhotos: await unsentPhotos.count(),
      gone: new Set(await erased.toCollection().primaryKeys()),
    }
  })
}

export type Disk = Awaited<ReturnType<typeof readDisk>>

/** Every change that this tablet has received or made, as the tables name them now. */
function receivedBy(
  { name }: Tablet,
  { me, outbox, waiting, seen, gone }: Disk,
  truth: Truth | undefined,
): Change[] {
  const own = new Map<number, Change>()
  for (const row of waiting) own.set(row.seq, { ...row, device: me })
  const received: Change[] = []
  for (const { device, seq } of seen) {
    for (let n = 1; n <= seq; n += 1) {
      const mine = device === me ? own.get(n) : undefined
      const stamp = stampOf(device, n)
      const change = mine ?? truth?.changes.get(stamp)
      if (!change && truth?.silent.has(stamp)) continue
      mustHold(change !== undefined, () => `${name} has seen ${device}:${n}, which nobody sent`)
      if (!gone.has(change.record)) received.push(change)
    }
  }
  for (const { open, ...row } of outbox) {
    if (gone.has(row.record)) continue
    const over = Object.entries(row.over).map(([field, stamps]) => [field, stamps.map(plain)])
    received.push({ ...row, over: Object.fromEntries(over) as Change['over'], device: 'mine', seq: 0 - open })
  }
  return received
}

/** Its registers are what the specification says of what it received; its rows are what the registers say. */
function checkState({ name }: Tablet, disk: Disk, living: Living): void {
  const there = new Set<string>()
  for (const { record, registers } of disk.versions) {
    for (const [field, { live, ahead }] of Object.entries(registers)) {
      const place = `${record} ${field}`
      there.add(place)
      const wanted = living.at(place)
      const stamps = new Map(Object.entries(live).map(([stamp, version]) => [plain(stamp), version]))
      for (const [stamp, { value, time }] of stamps) {
        const one = wanted.get(stamp)
        mustHold(
          one !== undefined,
          () => `${name} shows ${stamp} at ${place}, which was replaced or never came`,
        )
        mustHold(
          one.time === time,
          () => `${name} has another time for ${stamp} at ${place}: ${time}, ${one.time}`,
        )
        mustHold(
          textOf(one.value) === textOf(value),
          () => `${name} has another value for ${stamp} at ${place}`,
        )
      }
      for (const stamp of wanted.keys())
        mustHold(stamps.has(stamp), () => `${name} lacks ${stamp} at ${place}, which nobody replaced`)
      const early = [...new Set(ahead)].sort().join()
      const named = living.aheadAt(place).join()
      mustHold(early === named, () => `${name} remembers ${early} at ${place}, not ${named}`)
    }
  }
  for (const place of living.places()) mustHold(there.has(place), () => `${name} has nothing at ${place}`)
}

/**
 * Whether a tablet died, or its disk was full, between joining what a checkpoint says and having seen that: it shows already what it will
 * join once more. When all is quiet every chain is seen to its end, and there is no such thing.
 */
function isHalfway({ versions, seen }: Disk, { truth, told }: World): boolean {
  if (!truth || told.chunks === 0) return false
  const reached = new Map(seen.map(({ device, seq }) => [device, seq]))
  const shown = versions.flatMap(({ registers }) =>
    Object.values(registers).flatMap(({ live }) => Object.keys(live)),
  )
  return shown.some((stamp) => {
    const { device, seq } = readStamp(stamp)
    return seq > (reached.get(device) ?? 0) && truth.changes.has(stamp)
  })
}

function checkRows({ name }: Tablet, { versions, records }: Disk): void {
  const rows = new Map(records.map((row) => [row.id, row]))
  mustHold(rows.size === versions.length, () => `${name} has ${rows.size} rows of ${versions.length} records`)
  for (const { record, kind, registers, heardAt } of versions) {
    const wanted = toRow(record, kind, registers, heardAt)
    const [must, is] = [textOf(wanted), textOf(rows.get(record))]
    mustHold(must === is, () => `${name} has the row ${is}, not ${must}`)
  }
}

/** Everything that must hold on a tablet at any moment. */
export async function checkTablet(world: World, tablet: Tablet): Promise<Disk> {
  const disk = await readDisk(tablet)
  await noteAside(world, tablet)
  const living = livingIn(receivedBy(tablet, disk, world.truth))
  mustHold(disk.aside.length === 0, () => `${tablet.name} could not open ${textOf(disk.aside)}`)
  if (!isHalfway(disk, world)) checkState(tablet, disk, living)
  checkRows(tablet, disk)
  await checkForgottenOn(tablet, disk.gone)
  await checkKept(world, tablet, disk.gone, [living.valuesAt, unsentOn(disk)], 'on it')
  await checkSafety(world, tablet, disk.gone)
  return disk
}

/** What the exchange has: nothing of readers, and everything that it ever said it has. */
export async function checkServer(world: World): Promise<void> {
  const { server, truth, receipts } = world
  const [error] = server.errors
  if (error !== undefined) throw error
  if (!truth) return
  const { base } = truth
  await truth.read(server)
  if (truth.base !== base && truth.n > 0) world.told.rebased += 1
  for (const hash of receipts)
    mustHold(truth.has(hash), () => `a receipt was given for ${hash}, which isn't there`)
  receipts.clear()
  const readers = await keepersOf(world.tablets.filter(({ role }) => role === 'reader'))
  for (const device of readers)
    mustHold(!truth.chains.has(device), () => `${device} may only read, and is in the log`)
}

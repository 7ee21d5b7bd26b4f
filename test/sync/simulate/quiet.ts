import { stampOf } from '../../../src/db/stamp.ts'
import { readSafety } from '../../../src/sync/status.ts'
import { wishedErasures } from '../../../src/db/erasing.ts'
import { coordinates } from './coordinators.ts'
import { checkForgottenAtRest } from './forgotten.ts'
import { checkServer, checkTablet, type Disk } from './checks.ts'
import type { Tablet } from './tablet.ts'
import { mustHold, textOf } from './violation.ts'
import { exchangeAll, fillUp, gather, present } from './gathering.ts'
import { checkRecovered } from './recovery.ts'
import { checkThumbs, checkWhole } from './whole.ts'
import type { World } from './world.ts'

/** What is shown of a record, but for when it came here. */
const rowsOf = ({ records }: Disk): string =>
  records
    .map(({ id, kind, list, fields, twice, deletedAt, changedAt, changedBy }) =>
      textOf([id, kind, list, fields, [...twice].sort(), deletedAt, changedAt, changedBy]),
    )
    .sort()
    .join('\n')

/** What anybody has erased is erased here, and what whoever coordinates wanted to be erased is. */
async function checkErased({ truth }: World, tablet: Tablet, gone: Disk['gone']): Promise<void> {
  const { name, witness } = tablet
  if (!truth) return
  for (const id of truth.erased.by.keys())
    mustHold(gone.has(id), () => `${name} does not know that ${id} is erased`)
  for (const id of gone)
    mustHold(truth.erased.has(id), () => `${name} has erased ${id}, and nobody wanted it`)
  await checkForgottenAtRest(tablet, truth.keyOf, gone)
  const wished = (await coordinates(tablet)) ? await wishedErasures(witness) : []
  mustHold(wished.length === 0, () => `${name} wants ${wished.join()} to be erased, and it is not`)
}

async function checkQuiet(world: World, tablet: Tablet): Promise<string> {
  const { name, witness } = tablet
  const disk = await checkTablet(world, tablet)
  const { truth } = world
  const left = { ...disk, versions: disk.versions.filter(({ open }) => open > 0) }
  for (const table of ['outbox', 'sealed', 'waiting', 'versions'] as const)
    mustHold(left[table].length === 0, () => `${name} has something left in ${table} when all is quiet`)
  mustHold(disk.frozen === 0, () => `${name} has runs that wait`)
  mustHold(disk.unsentPhotos === 0, () => `${name} has photos that wait`)
  for (const { registers } of disk.versions)
    for (const { ahead } of Object.values(registers))
      mustHold(ahead.length === 0, () => `${name} waits for ${ahead.join()}, which never comes`)
  const seen = new Map(disk.seen.map(({ device, seq }) => [device, seq]))
  for (const [device, { seq }] of truth?.chains ?? [])
    mustHold(seen.get(device) === seq, () => `${name} has seen ${device} up to ${seen.get(device)} of ${seq}`)
  const log = new Set(disk.log.map(([device, seq]) => `${device} ${seq}`))
  for (const run of truth?.runs ?? []) {
    const [device = '', lastSeq] = run.split(' ')
    const isCovered = Number(lastSeq) <= (disk.covered.get(device) ?? 0)
    mustHold(isCovered || log.has(run), () => `${name} doesn't hold the run ${run}`)
  }
  const safety = await readSafety({ space: '', me: '', tables: witness, now: () => world.time })
  mustHold(safety.safeAt !== undefined, () => `${name} does not say that all is safe`)
  await checkThumbs(world, tablet)
  await checkErased(world, tablet, disk.gone)
  return rowsOf(disk)
}

/** Nothing that the exchange ever took is gone, nothing is there twice, and what somebody replaced doesn't come back. */
function checkLog({ truth, ledger, weather, tablets, brought }: World): void {
  if (!truth) return
  const left = [...truth.changes].filter(([stamp]) => !truth.lost.has(stamp)).map(([, change]) => change)
  for (const { device, seq } of left)
    mustHold(
      (truth.chains.get(device)?.seq ?? 0) >= seq,
      () => `${stampOf(device, seq)} is gone from the log`,
    )
  // Two tablets of one disk send what waited on it twice, under two names.
  if (weather.hasCopies) return
  const met = new Set<string>()
  for (const { record, set } of truth.changes.values()) {
    for (const [field, value] of Object.entries(set)) {
      const written = `${record} ${field} ${textOf(value)}`
      if (brought.has(written) || !ledger.isOnce(record, field, textOf(value))) continue
      mustHold(!met.has(written), () => `${written} was written once and sent twice`)
      met.add(written)
    }
  }
  const areLost = tablets.some(({ isGone }) => isGone)
  const taken = new Map<string, Set<string>>()
  for (const { record, set } of left)
    for (const [field, value] of Object.entries(set)) {
      const place = `${record} ${field}`
      // Somebody whose tablet is lost may have written the same, and nobody else ever saw that.
      if (areLost && !ledger.isOnce(record, field, textOf(value))) continue
      taken.set(place, (taken.get(place) ?? new Set()).add(textOf(value)))
    }
  for (const place of truth.living.places()) {
    const [record = '', field = ''] = place.split(' ')
    if (truth.erased.has(record)) continue
    const living = truth.living.valuesAt(place)
    for (const value of ledger.replaced(record, field, taken.get(place) ?? new Set()))
      mustHold(
        !living.has(value) || brought.has(`${place} ${value}`),
        () => `${value} at ${place} was replaced and lives again`,
      )
  }
}

/** Lets everything come to rest, and checks what must hold then. */
export async function settleDown(world: World): Promise<void> {
  const { weather } = world
  world.calmDown()
  await gather(world)
  await fillUp(world)
  // Whoever was joining waited for the roster.
  await gather(world)
  await exchangeAll(world)
  await checkServer(world)
  await world.truth?.checkForgotten(world.server)
  checkLog(world)
  await checkRecovered(world)
  await checkWhole(world)
  const rows = new Map<string, Tablet>()
  for (const tablet of present(world)) rows.set(await checkQuiet(world, tablet), tablet)
  mustHold(
    rows.size <= 1,
    () => `${[...rows.values()].map(({ name }) => name).join(' and ')} show different things`,
  )
  world.weather = weather
  world.isFilling = false
  world.told.quiet += 1
}

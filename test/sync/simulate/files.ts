import { pick } from '../../../bench/random.ts'
import { checkBackup, type Checked } from '../../../src/db/backup/check.ts'
import { readBackup } from '../../../src/db/backup/read.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import type { Value } from '../../../src/shared/value.ts'
import { checkJoined } from './joined.ts'
import { placeIn, placesIn, sideOf, valuesAt, type Place, type Side } from './places.ts'
import type { Tab, Tablet } from './tablet.ts'
import { errorOf, mustHold } from './violation.ts'
import type { World } from './world.ts'

/** A backup in somebody's drawer, and the disk that it was made of. */
export type BackupFile = { readonly file: Blob; readonly disk: string }

/** Backups that are kept: an old one goes when another one comes. */
const most = 6

async function check(file: Blob): Promise<Checked> {
  const found = await checkBackup(file)
  mustHold(found.ok, () => `a backup that was made here is refused: ${found.ok ? '' : found.problem}`)
  return found
}

const sorted = (place: Place): string =>
  [...place]
    .map(([stamp, value]) => `${stamp} ${value}`)
    .sort()
    .join('\n')

/** Makes a backup, and sees that all that stands is in it. */
async function makeFile(world: World, tablet: Tablet, { notebook }: Tab): Promise<void> {
  // As somebody who only reads: what is typed in another tab at this moment stays there.
  const { file } = await writeBackup({ ...notebook, isReader: true })
  const [there, here] = [placesIn(await check(file)), (await sideOf(tablet)).places]
  const isWhole = [...here].every(([name, place]) => sorted(place) === sorted(placeIn(there, name)))
  mustHold(isWhole, () => `a backup of ${tablet.name} says other things than stand there`)
  const { chance, files, told } = world
  if (files.length === most) files.splice(Math.floor(chance() * most), 1)
  files.push({ file, disk: tablet.disk })
  told.files += 1
}

/** What a backup brought is promised here from now on; that, and what it had the tablet say once more, is sent under a new name. */
function note({ ledger, brought, told }: World, { kept }: Tablet, before: Side, after: Side): void {
  for (const [name, place] of after.places) {
    const [record = '', field = ''] = name.split(' ')
    const was = valuesAt(before.places, name)
    for (const [stamp, value] of place) {
      if (placeIn(before.places, name).has(stamp)) continue
      brought.add(`${name} ${value}`)
      if (was.has(value)) continue
      told.brought += 1
      const set = { [field]: JSON.parse(value) as Value }
      if (ledger.isKnown(record, field, value)) kept.push({ record, set, shown: {}, isKept: true })
    }
  }
}

const sameText = (one: Side, other: Side): boolean =>
  JSON.stringify([...one.places].map(([name, place]) => [name, ...place])) ===
  JSON.stringify([...other.places].map(([name, place]) => [name, ...place]))

/** Reads a backup in: it is joined with what stands, whole or not at all. */
async function readFile(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const { notebook } = tab
  const { file, disk } = pick(world.chance, world.files)
  const backup = await check(file)
  const before = await sideOf(tablet)
  let isRead = false
  try {
    await readBackup((await world.fault.reads?.(backup, tab)) ?? backup, notebook)
    isRead = true
    world.told.read += 1
  } finally {
    const after = await sideOf(tablet)
    const gone = new Set(await tablet.witness.erased.toCollection().primaryKeys())
    try {
      // Of a tab that died in it nobody heard whether it was done.
      if (isRead || !sameText(before, after))
        checkJoined(world, tablet, { backup, isOwn: disk === tablet.disk, before, after, gone })
      note(world, tablet, before, after)
    } catch (error) {
      world.failure ??= errorOf(error)
    }
  }
}

/** A backup is made or read in while nobody else writes on that disk: both sides of it are of one moment. */
export async function handleFile(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const { weather, chance, files } = world
  world.weather = { ...weather, waitsInside: 0 }
  const verb = files.length === 0 || chance() < 0.4 ? makeFile : readFile
  world.say(`${tablet.name} ${verb.name}`)
  try {
    await verb(world, tablet, tab)
  } finally {
    world.weather = weather
  }
}

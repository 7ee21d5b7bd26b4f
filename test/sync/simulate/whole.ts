import { askerOf } from '../../../src/sync/copy.ts'
import { fetchPhotoHere } from '../../../src/sync/fetch-photos.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { present } from './gathering.ts'
import { hashOf } from './photos.ts'
import type { Tablet } from './tablet.ts'
import { begin } from './under-way.ts'
import { mustHold } from './violation.ts'
import type { World } from './world.ts'

/** Photos that stand on a tablet, without those whose bytes went with another one that had not yet sent them. */
async function standingOn({ tablets }: World, { witness }: Tablet): Promise<string[]> {
  const lost = new Set<string>()
  for (const { witness: disk } of tablets.filter(({ isGone }) => isGone))
    for (const id of await disk.unsentPhotos.toCollection().primaryKeys()) lost.add(id)
  const rows = await witness.records
    .filter(({ list, fields }) => list === 'photo' && 'key' in fields)
    .toArray()
  return rows.map(({ id }) => id).filter((id) => !lost.has(id))
}

/** Everybody has the thumbnails of all photos. Where the exchange was put back behind nothing but photos, no device notices. */
export async function checkThumbs(world: World, tablet: Tablet): Promise<void> {
  if (world.isSetBack) return
  const thumbs = new Set(await tablet.witness.thumbs.toCollection().primaryKeys())
  for (const id of await standingOn(world, tablet))
    mustHold(thumbs.has(id), () => `${tablet.name} lacks the photo ${id}`)
}

/** Some tablet fetches all photos, whoever took them: every piece of each has come to the exchange, as it was. */
export async function checkWhole(world: World): Promise<void> {
  const those = present(world)
  const tablet = those[world.told.quiet % those.length]
  const { tab } = tablet ?? {}
  if (world.isSetBack || !tablet || !tab) return
  const ids = await standingOn(world, tablet)
  const missing: string[] = []
  await begin(world, tablet, 'exchange', tab.life, async () => {
    const asker = await askerOf(tab.exchange, await knownRoster(tab.exchange))
    for (const id of ids) if (!(await fetchPhotoHere(tab.exchange, asker, id))) missing.push(id)
  })
  if (world.failure) throw world.failure
  mustHold(missing.length === 0, () => `${tablet.name} can't fetch the photos ${missing.join()}`)
  for (const id of ids) {
    const row = await tablet.witness.photos.get(id)
    const [is, was] = [row && hashOf(row.bytes), world.photos.get(id)]
    mustHold(was === undefined || is === was, () => `${tablet.name} has other bytes of the photo ${id}`)
    world.told.whole += 1
  }
}

import { between, pick } from '../../../bench/random.ts'
import { remove, restore } from '../../../src/db/bin.ts'
import type { Shown } from '../../../src/db/merge.ts'
import { change, save, type Edit as Saved } from '../../../src/db/save.ts'
import { settle, twiceFilled } from '../../../src/db/settle.ts'
import { shownStamps } from '../../../src/db/show.ts'
import { savedTables } from '../../../src/db/tables.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { leaveForm, openSome, type } from './forms.ts'
import type { Edit } from './ledger.ts'
import { takePhoto } from './photos.ts'
import { isRefused, promise, someRecord } from './promise.ts'
import type { Tab, Tablet } from './tablet.ts'
import { fieldsFor, kinds, words, wordsFor } from './words.ts'
import type { World } from './world.ts'

async function writeNew(world: World, tablet: Tablet, { notebook }: Tab): Promise<void> {
  const count = world.chance() < 0.1 ? between(world.chance, 2, 30) : 1
  const edits = Array.from({ length: count }, (): Saved => {
    const kind = pick(world.chance, kinds)
    const time = world.chance() < 0.05 ? { time: world.time / 3 } : {}
    return { record: newId(world.random), kind, set: wordsFor(world, kind), over: {}, ...time }
  })
  const noted = edits.map(({ record, set }) => world.ledger.note(record, set, {}))
  await promise(tablet, noted, () => save(notebook, edits))
}

async function settleSome(world: World, tablet: Tablet, { notebook, tables }: Tab): Promise<void> {
  const rows = await tables.records.filter((row) => row.twice.length > 0).toArray()
  if (rows.length === 0) return
  const { id: record } = pick(world.chance, rows)
  const twice = await twiceFilled(notebook, record)
  if (twice.length === 0) return
  const one = pick(world.chance, twice)
  const shown = one.values.map(({ value }) => value)
  const both = `${world.ledger.count} ${shown.map((value) => JSON.stringify(value).slice(0, 50)).join(' + ')}`
  const value = world.chance() < 0.7 ? pick(world.chance, shown) : both
  const edit = world.ledger.note(record, { [one.field]: value }, { [one.field]: shown })
  await promise(tablet, [edit], () => settle(notebook, record, one, value))
}

/** One tap: over what the screen shows at that moment. */
export async function tap(
  world: World,
  tablet: Tablet,
  { tables }: Tab,
  record: string,
  set: Fields,
  act: () => Promise<void>,
): Promise<void> {
  let edit: Edit | undefined
  await tables.transaction('rw', [...savedTables(tables), tables.meta], async () => {
    const registers = (await tables.versions.get(record))?.registers
    // It was erased just now, and isn't on the screen any more.
    if (!registers) return
    const shown: Shown = Object.fromEntries(
      Object.keys(set).map((field) => {
        const live = registers[field]?.live ?? {}
        return [field, shownStamps(registers, field).map((stamp) => live[stamp]?.value ?? null)]
      }),
    )
    edit = world.ledger.note(record, set, shown)
    await act()
  })
  if (edit) await promise(tablet, [edit], () => Promise.resolve())
}

async function bin(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const there = await someRecord(world, tab)
  if (!there) return
  const { notebook } = tab
  const row = await tab.tables.records.get(there.id)
  if (!row) return
  const isDeleted = row.list === 'bin'
  const deletedAt = isDeleted ? null : notebook.now()
  // The clock stands while it is tapped, so that the ledger knows the moment that is written.
  const still = { ...notebook, now: () => deletedAt ?? notebook.now() }
  await tap(world, tablet, tab, there.id, { deletedAt }, () =>
    isDeleted ? restore(notebook, [there.id]) : remove(still, [there.id]),
  )
}

async function tick(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const there = await someRecord(world, tab)
  if (!there) return
  const field = pick(world.chance, fieldsFor(world, there.kind))
  const set = { [field]: words(world, field) }
  await tap(world, tablet, tab, there.id, set, () => change(tab.notebook, [there.id], set)).catch(
    (error: unknown) => {
      if (!isRefused(error)) throw error
    },
  )
}

const verbs = [writeNew, writeNew, openSome, type, type, type, leaveForm, leaveForm, settleSome, settleSome]
const rare = [bin, tick, tick, takePhoto, takePhoto]

/** Somebody does something at a tablet. */
export async function moveHands(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const verb = pick(world.chance, world.chance() < 0.3 ? rare : verbs)
  world.say(`${tablet.name} ${verb.name}`)
  await verb(world, tablet, tab)
}

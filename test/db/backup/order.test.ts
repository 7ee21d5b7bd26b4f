import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remove, restore } from '../../../src/db/bin.ts'
import {
  allAsLater,
  byTheClock,
  copyOf,
  makeOne,
  readIn,
  soloDevice,
  truly,
  write,
  year,
  type Made,
  type Sees,
  type Solo,
} from './devices.ts'
import { emptyNotebook, idOf, valuesHere, type Values } from './notebooks.ts'

const anyWrite = fc.record({
  record: fc.nat(2).map((number) => idOf(number + 1)),
  field: fc.constantFrom('town', 'role'),
  value: fc.nat(3),
  verb: fc.constantFrom('write', 'write', 'write', 'remove', 'restore'),
})
const anyStep = fc.record({
  writes: fc.array(anyWrite, { minLength: 1, maxLength: 4 }),
  years: fc.integer({ min: -6, max: 6 }),
})
/** What happens on a device before one backup, and how far its clock jumps after it. */
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never
const anyPicks = fc.array(fc.nat(99), { minLength: 1, maxLength: 8 })

async function live(solo: Solo, { writes, years }: Step, valueOf: (value: number) => string): Promise<Made> {
  for (const { record, field, value, verb } of writes) {
    const isThere = (await solo.notebook.tables.versions.get(record)) !== undefined
    if (verb === 'write' || !isThere) await write(solo, record, { [field]: valueOf(value) })
    else if (verb === 'remove') await remove(solo.notebook, [record])
    else await restore(solo.notebook, [record])
  }
  const made = await makeOne(solo)
  solo.time += years * year
  return made
}

/** However the clock jumps and in whatever order they are read: here stands what the newest of those that were read says. */
const followsTheNewest = (sees: Sees): fc.IAsyncProperty<unknown> =>
  fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 5 }), anyPicks, async (steps, picks) => {
    const [old, reader] = [await soloDevice(), await emptyNotebook()]
    const made: Made[] = []
    for (const step of steps) made.push(await live(old, step, String))
    let newest = -1
    try {
      for (const pick of picks) {
        const index = pick % made.length
        newest = Math.max(newest, index)
        await readIn(reader, made[index]?.file ?? new Blob(), sees)
        expect(await valuesHere(reader)).toEqual(made[newest]?.values)
      }
    } finally {
      old.notebook.tables.close()
      reader.tables.close()
    }
  })

const standing = (values: Values): string[] =>
  Object.entries(values).flatMap(([place, list]) => list.map((value) => `${place} ${value}`))

/** Whatever the two disks of a copied one say, and in whatever order it is read: nothing that stands in their newest is lost. */
const losesNothing = (sees: Sees): fc.IAsyncProperty<unknown> =>
  fc.asyncProperty(
    anyStep,
    fc.array(fc.tuple(fc.nat(1), anyStep), { minLength: 2, maxLength: 5 }),
    anyPicks,
    fc.boolean(),
    async (first, steps, picks, isSwapped) => {
      let count = 0
      // Each text is written once: whose it is tells itself.
      const fresh = (): string => `text ${(count += 1)}`
      const onlyWrites = ({ writes, years }: Step): Step => ({
        writes: writes.map((one) => ({ ...one, verb: 'write' })),
        years,
      })
      const [one, reader] = [await soloDevice(), await emptyNotebook()]
      const common = await live(one, onlyWrites(first), fresh)
      const twins = [one, await copyOf(one)]
      const [made, last] = [[common], [common, common]]
      try {
        for (const [at, step] of steps) {
          const twin = twins[at]
          if (twin) made.push((last[at] = await live(twin, onlyWrites(step), fresh)))
        }
        const ends = isSwapped ? [...last].reverse() : last
        const order = [...picks.map((pick) => made[pick % made.length]), ...ends]
        for (const next of order) await readIn(reader, next?.file ?? new Blob(), sees)
        const here = new Set(standing(await valuesHere(reader)))
        const [left = [], right = []] = last.map(({ values }) => standing(values))
        const before = new Set(standing(common.values))
        // What stood in both before, one of them may have replaced.
        const wanted = [...left, ...right].filter(
          (text) => !before.has(text) || (left.includes(text) && right.includes(text)),
        )
        expect(wanted.filter((text) => !here.has(text))).toEqual([])
      } finally {
        for (const { tables } of [...twins.map(({ notebook }) => notebook), reader]) tables.close()
      }
    },
  )

describe('backups of a device whose clock jumps by years', () => {
  it('bring what the newest says, in whatever order they are read', async () => {
    await fc.assert(followsTheNewest(truly), { numRuns: 40 })
  }, 120_000)

  it('are told apart by that from those that are ordered by their clock', async () => {
    const found = await fc.check(followsTheNewest(byTheClock), { numRuns: 200, endOnFailure: true })
    expect(found.failed).toBe(true)
  }, 120_000)
})

describe('backups of a disk that was copied', () => {
  it('lose nothing of each other, in whatever order they are read', async () => {
    await fc.assert(losesNothing(truly), { numRuns: 40 })
  }, 120_000)

  it.each([
    { does: 'orders them by their clock', sees: byTheClock },
    { does: 'takes each for one that came after the last', sees: allAsLater },
  ])(
    'are told apart by that from what somebody reads who $does',
    async ({ sees }) => {
      const found = await fc.check(losesNothing(sees), { numRuns: 300, endOnFailure: true })
      expect(found.failed).toBe(true)
    },
    120_000,
  )
})

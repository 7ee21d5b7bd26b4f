import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { remove } from '../../../src/db/bin.ts'
import { listOf, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import { Tables, type Notebook } from '../../../src/db/tables.ts'
import { findCandidates } from '../../../src/features/imports/candidates.ts'
import { take, type Progress } from '../../../src/features/imports/take.ts'
import type { ImportedPerson } from '../../../src/features/imports/vcard/types.ts'
import { tickedIn } from '../../../src/records/fields.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Shrunk } from '../../../src/ui/shrink.ts'
import { anna, card } from './cards.ts'

const opened: Tables[] = []

async function openNotebook(): Promise<Notebook> {
  const tables = new Tables(newId())
  await tables.open()
  opened.push(tables)
  return { space: 'space', me: newId(), tables, now: () => 1_780_000_000_000 }
}

afterEach(async () => {
  for (const tables of opened.splice(0)) await tables.delete()
})

const picture = (byte: number): NonNullable<ImportedPerson['photo']> => ({
  type: 'image/jpeg',
  bytes: new Uint8Array([byte]),
})

/** Draws every picture but an empty one. */
async function draw(file: Blob): Promise<Shrunk | undefined> {
  const bytes = await file.arrayBuffer()
  if (new Uint8Array(bytes)[0] === 0) return undefined
  return { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 }
}

const wishes = { withGroups: true, say: ({ value }: { value: string }) => value, onPhotos: () => undefined }

const takeCards = (notebook: Notebook, cards: readonly ImportedPerson[], more: Partial<typeof wishes> = {}) =>
  take(notebook, findCandidates(cards, [], 'de'), { ...wishes, ...more }, draw)

const choir = [
  card({ ...anna, groups: ['Chor'], photo: picture(1) }),
  card({ familyName: 'Lis', groups: ['Chor'] }),
]

describe('taking people over', () => {
  it('puts people, their groups and photos into the notebook', async () => {
    const notebook = await openNotebook()
    const taken = await takeCards(notebook, choir)
    const [people, groups] = [await listOf(notebook, 'person'), await listOf(notebook, 'group')]
    expect(taken).toMatchObject({ people: 2, photosLost: 0 })
    expect(people.map((row) => row.label)).toEqual(['Lis', 'Anna Nowak'])
    expect(groups.map((row) => row.label)).toEqual(['Chor'])
    expect(people.map((row) => tickedIn(row.fields, 'groups'))).toEqual([[groups[0]?.id], [groups[0]?.id]])
    const photo = await rowOf(notebook, people[1]?.photo ?? '')
    expect(photo?.fields['about']).toBe(people[1]?.id)
    expect(await notebook.tables.photos.get(photo?.id ?? '')).toMatchObject({ type: 'image/jpeg' })
  })

  it('uses a group of that name that is there', async () => {
    const notebook = await openNotebook()
    await save(notebook, [{ record: 'there', kind: 'group', set: { name: 'CHOR', type: 'choir' }, over: {} }])
    await takeCards(notebook, choir)
    expect((await listOf(notebook, 'group')).map((row) => row.id)).toEqual(['there'])
  })

  it('makes no group unless wished, and remarks it then', async () => {
    const notebook = await openNotebook()
    await takeCards(notebook, choir, { withGroups: false })
    expect(await listOf(notebook, 'group')).toEqual([])
    expect((await listOf(notebook, 'person')).map((row) => row.fields['remarks'])).toEqual(['Chor', 'Chor'])
  })

  it('leaves out and counts photos that cannot be read, and tells how far it is', async () => {
    const notebook = await openNotebook()
    const told: Progress[] = []
    const cards = [card({ ...anna, photo: picture(0) }), card({ familyName: 'Lis', photo: picture(1) })]
    const taken = await take(
      notebook,
      findCandidates(cards, [], 'de'),
      { ...wishes, onPhotos: (progress) => told.push(progress) },
      draw,
    )
    expect(taken).toMatchObject({ people: 2, photosLost: 1 })
    expect(told.map((one) => `${one.done} of ${one.of}`)).toEqual(['0 of 2', '1 of 2', '2 of 2'])
    expect(await notebook.tables.photos.count()).toBe(1)
  })

  it.each(['records', 'versions', 'outbox', 'photos', 'thumbs'] as const)(
    'keeps nothing at all when one row of %s cannot be written',
    async (name) => {
      const notebook = await openNotebook()
      let written = 0
      notebook.tables.table(name).hook('creating', () => {
        if (++written === 2) throw new DOMException('no room', 'QuotaExceededError')
      })
      const cards = ['Lis', 'Nowak', 'Wolf'].map((familyName) =>
        card({ familyName, groups: ['Chor'], photo: picture(1) }),
      )
      await expect(takeCards(notebook, cards)).rejects.toThrow()
      const counts = await Promise.all(notebook.tables.tables.map((table) => table.count()))
      expect(counts.every((count) => count === 0)).toBe(true)
    },
  )

  it('is taken back in one go', async () => {
    const notebook = await openNotebook()
    const taken = await takeCards(notebook, choir)
    await remove(notebook, taken.records)
    expect([...(await listOf(notebook, 'person')), ...(await listOf(notebook, 'group'))]).toEqual([])
  })

  it('takes 10,000 people in one go', { timeout: 60_000 }, async () => {
    const notebook = await openNotebook()
    const cards = Array.from({ length: 10_000 }, (_, at) => card({ familyName: `Nowak ${at}` }))
    const taken = await takeCards(notebook, cards)
    expect(taken.people).toBe(10_000)
    expect(await notebook.tables.records.count()).toBe(10_000)
    expect(await notebook.tables.outbox.count()).toBe(10_000)
  })
})

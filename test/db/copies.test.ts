// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { copyAllInto } from '../../src/db/copy-all.ts'
import { copyInto, type Along } from '../../src/db/copy-into.ts'
import { listAbout, listOf, rowOf } from '../../src/db/find.ts'
import { addPhoto } from '../../src/db/photo.ts'
import { mostBytes, save } from '../../src/db/save.ts'
import type { Row } from '../../src/db/show.ts'
import { edit, from, hear, newNotebook } from './notebook.ts'

let here = newNotebook()
let there = newNotebook()

const nothing: Along = { notes: false, photos: false, remarks: false, address: false, hosting: false }
const all: Along = { notes: true, photos: true, remarks: true, address: true, hosting: true }
const bytes = new Uint8Array([1, 2, 3]).buffer
const shrunk = { type: 'image/jpeg', bytes, thumb: bytes, width: 1, height: 1 }

const only = async (kind: string): Promise<Row> => {
  const [row, ...more] = await listOf(there, kind)
  if (!row || more.length > 0) throw new Error(`${more.length + (row ? 1 : 0)} of ${kind}`)
  return row
}

beforeEach(async () => {
  here = newNotebook()
  there = { ...newNotebook(), me: 'me-there' }
  await save(here, [
    edit('anna', 'person', {
      givenName: 'Anna',
      familyName: 'Nowak',
      remarks: 'Isst kein Fleisch',
      address: 'Kraków, ul. Długa 1',
      'groups/choir': true,
      'phones/1': { number: '12', label: 'mobile' },
    }),
    edit('choir', 'group', { name: 'Chor', remarks: 'Probt montags' }),
    edit('note', 'note', { text: 'Singt Alt', about: 'anna', date: '2026-11-01' }),
    edit('host', 'hosting', { person: 'anna', beds: '2' }),
  ])
  const photo = await addPhoto(here, shrunk, 'anna')
  await save(here, [
    edit('anna', 'person', { photo }),
    edit(photo, 'photo', { key: 'secret of here', pieces: ['a'] }),
  ])
})

describe('a copy in another notebook', () => {
  it('is a new record of that notebook’s device, without remarks, address, hosting facts, notes and photos', async () => {
    const { records } = await copyInto(here, there, 'anna', nothing)
    const anna = await only('person')
    expect(records).toEqual([anna.id])
    expect(anna.id).not.toBe('anna')
    expect(anna.changedBy).toBe('me-there')
    expect(anna.fields).toEqual({
      givenName: 'Anna',
      familyName: 'Nowak',
      'phones/1': { number: '12', label: 'mobile' },
    })
    expect(await there.tables.records.count()).toBe(1)
    expect(await there.tables.outbox.count()).toBe(1)
  })

  it('takes along what is ticked, and a photo without what opens it in the first notebook', async () => {
    await copyInto(here, there, 'anna', all)
    const anna = await only('person')
    expect(anna.fields).toMatchObject({ remarks: 'Isst kein Fleisch', address: 'Kraków, ul. Długa 1' })
    expect((await only('note')).about).toEqual([anna.id])
    expect((await only('hosting')).fields).toEqual({ person: anna.id, beds: '2' })
    const photo = await only('photo')
    expect(anna.photo).toBe(photo.id)
    expect(Object.keys(photo.fields)).not.toContain('key')
    expect(Object.keys(photo.fields)).not.toContain('pieces')
    expect(await there.tables.photos.count()).toBe(1)
    expect(await there.tables.thumbs.count()).toBe(1)
    expect(await there.tables.unsentPhotos.toCollection().primaryKeys()).toEqual([photo.id])
  })

  it('belongs there to what is called the same, and to nothing that is not there', async () => {
    await save(there, [edit('their-choir', 'group', { name: 'CHOR' })])
    await copyInto(here, there, 'anna', nothing)
    expect((await only('person')).about).toEqual(['their-choir'])
    await save(here, [
      edit('trip', 'project', { title: 'Chorreise' }),
      edit('story', 'visit', { date: '2026-11-01', 'people/anna': true, project: 'trip' }),
    ])
    await copyInto(here, there, 'story', nothing)
    const visit = await only('visit')
    expect(visit.about).toEqual([(await only('person')).id])
  })

  it('leaves out photos whose bytes are not here, and says how many', async () => {
    await here.tables.photos.clear()
    const { missing } = await copyInto(here, there, 'anna', all)
    expect(missing).toBe(1)
    expect(await listOf(there, 'photo')).toEqual([])
  })

  it('is refused where one may only read', async () => {
    await expect(copyInto(here, { ...there, isReader: true }, 'anna', all)).rejects.toMatchObject({
      code: 'read-only',
    })
    expect(await there.tables.records.count()).toBe(0)
  })

  it('holds a record that has grown beyond one change', async () => {
    const long = 'x'.repeat(mostBytes - 2000)
    await save(here, [edit('long', 'person', { givenName: long })])
    here.clock.time += 1
    await save(here, [edit('long', 'person', { familyName: long })])
    await copyInto(here, there, 'long', all)
    expect((await only('person')).fields).toEqual({ givenName: long, familyName: long })
  })
})

describe('all that was written here', () => {
  it('comes along under its ids, with photos, with both of two versions, with the times', async () => {
    here.clock.time = 5000
    await hear(here, from('you', 1, { record: 'anna', set: { town: 'Eger' }, time: 4000 }))
    await save(here, [edit('anna', 'person', { town: 'Pécs' })])
    await save(here, [
      edit('here', 'notebook', { name: 'Meins' }),
      edit('old', 'note', { text: 'weg', deletedAt: 5 }),
    ])
    there.clock.time = 9000
    const { missing } = await copyAllInto(here, there)
    expect(missing).toBe(0)
    const [before, after] = [await rowOf(here, 'anna'), await rowOf(there, 'anna')]
    expect(after?.fields).toEqual(before?.fields)
    expect(after?.twice).toEqual(['town'])
    expect(after?.fields['town']).toBe('Pécs')
    expect(after?.changedAt).toBe(5000)
    expect((await listAbout(there, 'anna')).map((row) => row.kind).sort()).toEqual([
      'hosting',
      'note',
      'photo',
    ])
    expect(await rowOf(there, 'here')).toBeUndefined()
    expect(await rowOf(there, 'old')).toBeUndefined()
    expect(await there.tables.photos.count()).toBe(1)
  })

  it('comes once, however often it is tried, and changes nothing that is there', async () => {
    await copyAllInto(here, there)
    await save(there, [edit('choir', 'group', { name: 'Chor Kraków' }, { name: ['me-there:0'] })])
    const before = await there.tables.versions.toArray()
    await copyAllInto(here, there)
    expect(await there.tables.versions.toArray()).toEqual(before)
  })
})

describe('a partnership in another notebook', () => {
  const link = edit('link', 'partnership', {
    name: 'Jena – Lugoj',
    here: 'jena',
    there: 'lugoj',
    'people/anna': 'there',
    'dates/signed': { date: '1983', type: 'signedHere', counts: 'both', source: '' },
  })
  beforeEach(() =>
    save(here, [edit('jena', 'town', { name: 'Jena' }), edit('lugoj', 'town', { name: 'Lugoj' }), link]),
  )

  it('brings the towns that aren’t there, and is a link of those that are', async () => {
    await save(there, [edit('known', 'town', { name: 'JENA' })])
    await copyInto(here, there, 'link', nothing)
    const towns = await listOf(there, 'town')
    expect(towns.map(({ label }) => label).sort()).toEqual(['JENA', 'Lugoj'])
    expect((await only('partnership')).fields).toEqual({
      name: 'Jena – Lugoj',
      here: 'known',
      there: towns.find(({ label }) => label === 'Lugoj')?.id,
      'dates/signed': { date: '1983', type: 'signedHere', counts: 'both', source: '' },
    })
  })

  it('names those who look after it where they are there too', async () => {
    await save(there, [edit('her', 'person', { givenName: 'Anna', familyName: 'Nowak' })])
    await copyInto(here, there, 'link', nothing)
    expect((await only('partnership')).fields['people/her']).toBe('there')
  })
})

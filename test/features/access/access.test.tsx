// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { features } from '../../../src/app/features.ts'
import { remove } from '../../../src/db/bin.ts'
import { newPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import { AccessAbout } from '../../../src/features/access/about.tsx'
import { AccessPage } from '../../../src/features/access/page.tsx'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let downloads: { name: string; file: Blob }[]

beforeEach(async () => {
  downloads = []
  let file = new Blob([])
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob as Blob
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, file })
  })
  opened = await openForTest()
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  opened.close()
})

const anna = newId()
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1]).buffer

async function write(kind: string, set: Fields, record = newId()): Promise<string> {
  await save(opened.notebook, [{ record, kind, set, over: {} }])
  return record
}

async function fill(): Promise<void> {
  await write('person', { givenName: 'Anna', familyName: 'Nowak', birthday: '1950-06-05' }, anna)
  await write('note', { text: 'Anna Nowak & <der Chor> kommen.', date: '2026-11-20', author: 'Renate' })
  const deleted = await write('note', { text: 'Vertraulich', about: anna })
  await remove(opened.notebook, [deleted])
  await write('event', {
    title: 'Empfang',
    date: '2026-12-01',
    [`invited/${anna}`]: true,
    [`invited/${newId()}`]: true,
  })
  const shrunk = { type: 'image/jpeg', bytes: jpeg, thumb: jpeg, width: 4, height: 3 }
  const photo = newPhoto(shrunk, anna, opened.notebook.now())
  await save(opened.notebook, [photo.edit], [photo.bytes])
}

it('leads there from a person, and from nothing else', async () => {
  await fill()
  opened.show(<AccessAbout id={anna} />)
  const row = await screen.findByRole('link', { name: /Alles über diese Person/ })
  expect(row.getAttribute('href')).toBe(`#/people/${anna}/all`)
  cleanup()
  opened.show(<AccessAbout id={await write('note', { text: 'Bus' })} />)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByRole('link')).toBeNull()
})

it('shows all that is recorded, in words, and what lies in the bin', async () => {
  await fill()
  opened.show(<AccessPage params={{ id: anna }} />, features)
  expect(await screen.findByRole('heading', { level: 1, name: 'Alles über: Anna Nowak' })).toBeTruthy()
  expect(screen.getByText(/die Angaben und 4 weitere Einträge/)).toBeTruthy()
  expect(await screen.findByText(/5\.\sJuni\s1950/)).toBeTruthy()
  expect(screen.getByText(/Gelöscht: /)).toBeTruthy()
  expect(screen.getByText(/Hier kommt nur der Name vor/)).toBeTruthy()
  // Who else is invited is nobody's business here.
  expect(screen.getAllByText(/^Eingeladen/)).toHaveLength(1)
})

it('gives the same as a page that needs nothing else, and as records', async () => {
  await fill()
  opened.show(<AccessPage params={{ id: anna }} />, features)
  const picture = await screen.findByRole('img')
  await waitFor(() => expect(picture.getAttribute('src')).toBe('blob:test'))
  fireEvent.click(screen.getByRole('button', { name: 'Als Datei zum Lesen' }))
  await waitFor(() => expect(downloads).toHaveLength(1))
  const html = (await downloads[0]?.file.text()) ?? ''
  expect(downloads[0]?.name).toBe('ponte-2026-11-22-person.html')
  expect(html).toContain('Anna Nowak &amp; &lt;der Chor&gt; kommen.')
  expect(html).toContain('src="data:image/jpeg;base64,')
  expect(html).not.toContain('blob:')
  expect(html).not.toContain('<script')
  fireEvent.click(screen.getByRole('button', { name: 'Als Datei für andere Programme' }))
  await waitFor(() => expect(downloads).toHaveLength(2))
  const records = JSON.parse((await downloads[1]?.file.text()) ?? '') as { format: string; entries: object[] }
  expect(records.format).toBe('ponte-person')
  expect(records.entries).toHaveLength(5)
  expect(records.entries[0]).toMatchObject({ id: anna, fields: { givenName: 'Anna' } })
  expect(records.entries).toContainEqual(
    expect.objectContaining({ kind: 'photo', photo: { type: 'image/jpeg', bytes: '/9j/AQ==' } }),
  )
  expect(opened.problems).toEqual([])
})

it('says so where the person is not here', async () => {
  opened.show(<AccessPage params={{ id: newId() }} />)
  expect(await screen.findByText('Diese Person steht nicht in diesem Notizbuch.')).toBeTruthy()
})

// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeBackup } from '../../../src/db/backup/write.ts'
import { readSettings } from '../../../src/db/device.ts'
import { newestOf } from '../../../src/db/find.ts'
import { newPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { BackupScreen } from '../../../src/features/backup/screen.tsx'
import { newId } from '../../../src/shared/ids.ts'
import { openForTest } from '../../house/open.tsx'

let opened: Awaited<ReturnType<typeof openForTest>>
let downloads: { name: string; file: Blob }[]

beforeEach(() => {
  downloads = []
  let file = new Blob([])
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob as Blob
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, file })
  })
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  opened.close()
})

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00A0', ' ')
const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }))

async function fill(notebook: Notebook): Promise<void> {
  const record = newId()
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1]).buffer
  const photo = newPhoto(
    { type: 'image/jpeg', bytes: jpeg, thumb: jpeg, width: 4, height: 3 },
    record,
    notebook.now(),
  )
  await save(notebook, [
    { record, kind: 'note', set: { text: 'Bus bestellt', date: '2026-11-22' }, over: {} },
  ])
  await save(notebook, [photo.edit], [photo.bytes])
}

/** A backup of another device, as it comes from a file chooser. */
async function backupOfAnother(): Promise<File> {
  const other = await openForTest()
  await fill(other.notebook)
  const { file } = await writeBackup(other.notebook)
  const text = await file.text()
  other.close()
  return new File([text], 'ponte.json')
}

async function chooseFile(file: File): Promise<void> {
  await screen.findByRole('button', { name: 'Sicherung einlesen' })
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  fireEvent.change(input)
}

it('makes a backup with one tap, tells what is in it and remembers when', async () => {
  opened = await openForTest()
  await fill(opened.notebook)
  opened.show(<BackupScreen />)
  expect(await screen.findByText('Noch keine Sicherung auf diesem Gerät.')).toBeTruthy()
  await press('Sicherung machen')
  expect(await screen.findByText('Sicherung fertig: 1 Eintrag, 1 Foto.')).toBeTruthy()
  expect(downloads).toMatchObject([{ name: 'ponte-2026-11-22.json' }])
  expect(await downloads[0]?.file.text()).toContain('Bus bestellt')
  expect((await readSettings(opened.device)).backedUpAt).toBe('2026-11-22T12:00:00.000Z')
  const last = await screen.findByText(/^Letzte Sicherung/)
  expect(plain(last.textContent)).toContain('Sonntag, 22. November 2026')
})

it('shows what is in a backup before anything is saved, and then reads it', async () => {
  const file = await backupOfAnother()
  opened = await openForTest()
  opened.show(<BackupScreen />)
  await chooseFile(file)
  const heading = await screen.findByRole('heading', { name: 'Diese Sicherung einlesen?' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(screen.getByText('Darin sind: 1 Eintrag, 1 Foto.')).toBeTruthy()
  expect(plain(screen.getByText(/^Gemacht/).textContent)).toContain('Sonntag, 22. November 2026')
  expect(await opened.notebook.tables.versions.count()).toBe(0)
  await press('Einlesen')
  expect(await screen.findByText('Eingelesen: 1 Eintrag, 1 Foto.')).toBeTruthy()
  expect(await newestOf(opened.notebook, 'note', 3)).toMatchObject([{ label: 'Bus bestellt' }])
  expect(await opened.notebook.tables.photos.count()).toBe(1)
  expect(opened.problems).toEqual([])
})

it('saves nothing when the person thinks better of it', async () => {
  const file = await backupOfAnother()
  opened = await openForTest()
  opened.show(<BackupScreen />)
  await chooseFile(file)
  await press('Abbrechen')
  expect(await screen.findByRole('button', { name: 'Sicherung einlesen' })).toBeTruthy()
  expect(await opened.notebook.tables.versions.count()).toBe(0)
})

it('says in one sentence that a file is no backup', async () => {
  opened = await openForTest()
  opened.show(<BackupScreen />)
  await chooseFile(new File(['Liebe Anna'], 'brief.txt'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('Diese Datei ist keine Sicherung aus Ponte, wählen Sie eine andere.')
})

it('offers no reading where something is written already', async () => {
  opened = await openForTest()
  await fill(opened.notebook)
  opened.show(<BackupScreen />)
  expect(await screen.findByText(/nur in ein leeres Notizbuch/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Sicherung einlesen' })).toBeNull()
})

it('shows on its screen what the device cannot keep', async () => {
  opened = await openForTest()
  opened.show(<BackupScreen />)
  opened.notebook.tables.close()
  await press('Sicherung machen')
  await waitFor(() => expect(opened.problems).toHaveLength(1))
})

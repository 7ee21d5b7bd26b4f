// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SheetKey } from '../../../src/crypto/backup.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import { keepSettings, readSettings } from '../../../src/db/device.ts'
import { newestOf } from '../../../src/db/find.ts'
import { newPhoto } from '../../../src/db/photo.ts'
import { save } from '../../../src/db/save.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { keepBackedUp } from '../../../src/features/backup/due.ts'
import { Reminder } from '../../../src/features/backup/reminder.tsx'
import { BackupScreen } from '../../../src/features/backup/screen.tsx'
import { newId } from '../../../src/shared/ids.ts'
import { newSheet } from '../../crypto/new-sheet.ts'
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

/** A device whose first questions were answered. */
async function openWelcomed(): Promise<typeof opened> {
  const fresh = await openForTest()
  await keepSettings(fresh.device, { welcomed: 'yes' })
  return fresh
}

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
async function backupOfAnother(sheets: readonly SheetKey[] = []): Promise<File> {
  const other = await openForTest()
  await fill(other.notebook)
  const { file } = await writeBackup(other.notebook, undefined, sheets)
  const bytes = await file.arrayBuffer()
  other.close()
  return new File([bytes], 'ponte.json')
}

async function chooseFile(file: File): Promise<void> {
  await screen.findByRole('button', { name: 'Datei aussuchen' })
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  fireEvent.change(input)
}

it('makes a backup with one tap, tells what is in it and remembers when', async () => {
  opened = await openWelcomed()
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
  opened = await openWelcomed()
  opened.show(<BackupScreen />)
  await chooseFile(file)
  const heading = await screen.findByRole('heading', { name: 'Diese Sicherung einlesen?' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(screen.getByText('Darin sind: 1 Eintrag, 1 Foto.')).toBeTruthy()
  expect(plain(screen.getByText(/^Gemacht/).textContent)).toContain('Sonntag, 22. November 2026')
  expect(await opened.notebook.tables.versions.count()).toBe(0)
  await press('Einlesen')
  expect(await screen.findByText('Eingelesen. Neu oder geändert: 1 Eintrag, 1 Foto.')).toBeTruthy()
  expect(await newestOf(opened.notebook, 'note', 3)).toMatchObject([{ label: 'Bus bestellt' }])
  expect(await opened.notebook.tables.photos.count()).toBe(1)
  expect(opened.problems).toEqual([])
})

it('saves nothing when the person thinks better of it', async () => {
  const file = await backupOfAnother()
  opened = await openWelcomed()
  opened.show(<BackupScreen />)
  await chooseFile(file)
  await press('Abbrechen')
  expect(await screen.findByRole('button', { name: 'Datei aussuchen' })).toBeTruthy()
  expect(await opened.notebook.tables.versions.count()).toBe(0)
})

it('says in one sentence that a file is no backup', async () => {
  opened = await openWelcomed()
  opened.show(<BackupScreen />)
  await chooseFile(new File(['Liebe Anna'], 'brief.txt'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('Diese Datei ist keine Sicherung aus Ponte, wählen Sie eine andere.')
})

it('reads a backup into a notebook in which something stands already, and the second time says that nothing is new', async () => {
  const file = await backupOfAnother()
  opened = await openWelcomed()
  await fill(opened.notebook)
  opened.show(<BackupScreen />)
  for (const said of [
    'Eingelesen. Neu oder geändert: 1 Eintrag, 1 Foto.',
    'Eingelesen. Alles darin stand schon hier.',
  ]) {
    await chooseFile(file)
    await press('Einlesen')
    expect(await screen.findByText(said)).toBeTruthy()
    expect(await newestOf(opened.notebook, 'note', 3)).toHaveLength(2)
    cleanup()
    opened.show(<BackupScreen />)
  }
  expect(opened.problems).toEqual([])
})

it('asks for the digits of a sealed backup, tells another sheet, and then shows what is in it', async () => {
  const [sheet, other] = [await newSheet(), await newSheet()]
  const file = await backupOfAnother([sheet.sheet])
  opened = await openWelcomed()
  opened.show(<BackupScreen />)
  await chooseFile(file)
  expect(await screen.findByRole('heading', { name: 'Diese Sicherung ist versiegelt' })).toBeTruthy()
  const type = (digits: string): boolean =>
    fireEvent.input(screen.getByRole('textbox', { name: /Ziffern vom Blatt/ }), { target: { value: digits } })
  type(other.digits)
  await press('Öffnen')
  expect((await screen.findByRole('alert')).textContent).toContain('eines anderen Blatts')
  expect(await opened.notebook.tables.versions.count()).toBe(0)
  type(sheet.digits)
  // A second tap right behind the first is none.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await press('Öffnen')
  expect(await screen.findByText('Darin sind: 1 Eintrag, 1 Foto.')).toBeTruthy()
}, 30_000)

it('offers a new device nothing but to open a backup, and leads on to the first questions', async () => {
  const file = await backupOfAnother()
  opened = await openWelcomed()
  await keepSettings(opened.device, { welcomed: '' })
  opened.show(<BackupScreen />)
  await chooseFile(file)
  expect(screen.queryByRole('button', { name: 'Sicherung machen' })).toBeNull()
  await press('Einlesen')
  expect((await screen.findByRole('link', { name: 'Weiter' })).getAttribute('href')).toBe('#/welcome')
})

describe('the reminder on Start', () => {
  const month = 32 * 24 * 60 * 60 * 1000
  const remind = async (): Promise<void> => {
    opened.show(<Reminder />)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const isThere = (): boolean => screen.queryByText('Zeit für eine Sicherung') !== null
  const fillMuch = async (): Promise<void> => {
    for (let count = 0; count < 3; count += 1) await fill(opened.notebook)
  }

  it('comes once there is something worth keeping and a month has passed', async () => {
    opened = await openWelcomed()
    await fillMuch()
    await remind()
    expect(isThere()).toBe(false)
    cleanup()
    opened.clock.now += month
    await remind()
    await waitFor(() => expect(isThere()).toBe(true))
  })

  it('stays away where nothing stands, and after a backup', async () => {
    opened = await openWelcomed()
    opened.clock.now += month
    await remind()
    expect(isThere()).toBe(false)
    cleanup()
    opened.clock.now += 2 * 24 * 60 * 60 * 1000
    await fillMuch()
    await remind()
    await waitFor(() => expect(isThere()).toBe(true))
    cleanup()
    await keepBackedUp(opened.device, new Date(opened.clock.now).toISOString())
    await remind()
    expect(isThere()).toBe(false)
  })

  it('can be put off for a week', async () => {
    opened = await openWelcomed()
    await fillMuch()
    opened.clock.now += month
    await remind()
    await press('Später')
    await waitFor(() => expect(isThere()).toBe(false))
    expect((await readSettings(opened.device)).remindAt).toBe(
      new Date(opened.clock.now + 7 * 24 * 60 * 60 * 1000).toISOString(),
    )
    cleanup()
    opened.clock.now += 8 * 24 * 60 * 60 * 1000
    await remind()
    await waitFor(() => expect(isThere()).toBe(true))
  })
})

it('shows on its screen what the device cannot keep', async () => {
  opened = await openWelcomed()
  opened.show(<BackupScreen />)
  opened.notebook.tables.close()
  await press('Sicherung machen')
  await waitFor(() => expect(opened.problems).toHaveLength(1))
})

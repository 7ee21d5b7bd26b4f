// Runs in the browser, on the app's address: fills the notebook through the app's own code.
import { Device, keepSettings } from '../src/db/device.ts'
import { openNotebook } from '../src/db/open.ts'
import { save, type PhotoBytes } from '../src/db/save.ts'
import type { Notebook } from '../src/db/tables.ts'
import { makeEntries, makeNote, type Amount, type Entry } from './entries.ts'
import { chanceFrom } from './random.ts'

/** Entries in one transaction. */
const together = 500

async function open(): Promise<Notebook> {
  const device = new Device()
  const notebook = await openNotebook(device, {
    now: Date.now,
    storage: localStorage,
    onBlocked: () => undefined,
    onNewerVersion: () => undefined,
  })
  await keepSettings(device, { welcomed: 'yes', myName: 'Anna Probe' })
  return notebook
}

/** A drawn picture as a JPEG of this width, about as heavy as a photo. */
async function draw(width: number): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(width, (width * 3) / 4)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const chance = chanceFrom(width)
  for (let done = 0; done < 4000; done += 1) {
    context.fillStyle = `hsl(${chance() * 360} 60% ${20 + chance() * 60}%)`
    context.fillRect(chance() * width, chance() * width, width / 12, width / 16)
  }
  return (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 })).arrayBuffer()
}

const keep = async (notebook: Notebook, entries: readonly Entry[], photo: PhotoBytesOf): Promise<void> =>
  save(
    notebook,
    entries.map((entry) => ({ ...entry, over: {} })),
    entries.filter((entry) => entry.kind === 'photo').map((entry) => photo(entry.record)),
  )

type PhotoBytesOf = (id: string) => PhotoBytes

async function drawPhoto(): Promise<PhotoBytesOf> {
  const [full, thumb] = [await draw(1600), await draw(320)]
  const type = 'image/jpeg'
  return (id) => ({ full: { id, type, bytes: full }, thumb: { id, type, bytes: thumb } })
}

/** Makes the notebook and puts these entries into it. */
export async function fill(seed: number, amount: Amount): Promise<void> {
  const notebook = await open()
  const entries = makeEntries(chanceFrom(seed), amount)
  const photo = await drawPhoto()
  for (let from = 0; from < entries.length; from += together)
    await keep(notebook, entries.slice(from, from + together), photo)
  notebook.tables.close()
}

/** Waits until the app has worked out all days in the calendar; the milliseconds that this took. */
export async function untilWorkedOut(): Promise<number> {
  const from = performance.now()
  const notebook = await open()
  while ((await notebook.tables.stale.count()) > 0) await new Promise((go) => setTimeout(go, 100))
  notebook.tables.close()
  return performance.now() - from
}

/** Milliseconds of each of `times` saves of one new note, without any screen. */
export async function saveOneByOne(seed: number, times: number): Promise<number[]> {
  const notebook = await open()
  const chance = chanceFrom(seed)
  const spans: number[] = []
  for (let done = 0; done < times; done += 1) {
    const note = makeNote(chance)
    const from = performance.now()
    await save(notebook, [{ ...note, over: {} }])
    spans.push(performance.now() - from)
  }
  notebook.tables.close()
  return spans
}

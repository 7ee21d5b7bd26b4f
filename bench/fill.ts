// Runs in the browser, on the app's address: fills the notebook through the app's own code.
import { Device, keepSettings } from '../src/db/device.ts'
import { openNotebook } from '../src/db/open.ts'
import { save } from '../src/db/save.ts'
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

const keep = (notebook: Notebook, entries: readonly Entry[]): Promise<void> =>
  save(
    notebook,
    entries.map((entry) => ({ ...entry, over: {} })),
  )

/** Makes the notebook and puts these entries into it. */
export async function fill(seed: number, amount: Amount): Promise<void> {
  const notebook = await open()
  let waiting: Entry[] = []
  for (const entry of makeEntries(chanceFrom(seed), amount)) {
    waiting.push(entry)
    if (waiting.length < together) continue
    await keep(notebook, waiting)
    waiting = []
  }
  await keep(notebook, waiting)
  notebook.tables.close()
}

/** Milliseconds of each of `times` saves of one new note, without any screen. */
export async function saveOneByOne(seed: number, times: number): Promise<number[]> {
  const notebook = await open()
  const chance = chanceFrom(seed)
  const spans: number[] = []
  for (let done = 0; done < times; done += 1) {
    const note = makeNote(chance)
    const from = performance.now()
    await keep(notebook, [note])
    spans.push(performance.now() - from)
  }
  notebook.tables.close()
  return spans
}

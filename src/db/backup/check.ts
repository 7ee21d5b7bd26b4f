import type { Edit } from '../save.ts'
import type { Notebook } from '../tables.ts'
import { isTime, parseLine, photoOf, readEntry } from './check-entry.ts'
import { toEdits } from './entry.ts'
import { beginning, firstLine, formatVersion, lastLine, limits, Refusal } from './format.ts'
import type { BackupProblem, Counts, Entry } from './format.ts'
import { linesOf } from './lines.ts'

export type Refused = { readonly ok: false; readonly problem: BackupProblem }

/** A backup in which everything is right, and which may be read into this notebook. */
export type Checked = Counts & {
  readonly ok: true
  readonly file: Blob
  /** When it was made, as an ISO time. */
  readonly made: string
  readonly edits: readonly Edit[]
}

/** Whether nothing was ever written here, deleted things included. */
export const isEmpty = async ({ tables }: Notebook): Promise<boolean> => (await tables.versions.count()) === 0

/** Only the first bytes are looked at: a film of two hours is refused at once. Throws Refusal. */
async function checkBeginning(file: Blob): Promise<void> {
  const start = await file
    .slice(0, 100)
    .text()
    .catch((cause: unknown) => {
      // Taken away since it was chosen, or kept somewhere that cannot be reached now.
      throw new Refusal('broken', cause)
    })
  if (!start.startsWith(beginning)) throw new Refusal('not-a-backup')
  const version = /^\d+(?=,)/.exec(start.slice(beginning.length))?.[0] ?? ''
  if (Number(version) > formatVersion) throw new Refusal('newer')
  if (version !== String(formatVersion)) throw new Refusal('broken')
  if (file.size > limits.file) throw new Refusal('too-large')
}

function readMade(line: string): string {
  const { made } = parseLine(`${line}]}`) as { made?: unknown }
  if (!isTime(made) || line.trimEnd() !== firstLine(made)) throw new Refusal('broken')
  return made
}

const pictureLength = ({ photo }: Entry): number =>
  photo ? photo.full.bytes.length + photo.thumb.bytes.length : 0

/** The entries, counted; and the first line to whom it concerns. Throws Refusal unless the file is whole. */
export async function* entriesOf(
  file: Blob,
  onFirst: (line: string) => void = () => undefined,
): AsyncGenerator<Entry> {
  const seen = new Set<string>()
  let [photos, text] = [0, 0]
  let end: string | undefined
  let first = true
  for await (const line of linesOf(file)) {
    if (first) onFirst(line)
    else if (end !== undefined) throw new Refusal('broken')
    else if (line.startsWith(']')) end = line.trimEnd()
    else {
      const entry = readEntry(line)
      if (seen.has(entry.id)) throw new Refusal('broken')
      seen.add(entry.id)
      text += line.length - pictureLength(entry)
      if (seen.size > limits.entries || text > limits.text) throw new Refusal('too-large')
      if (entry.photo) photos += 1
      yield entry
    }
    first = false
  }
  if (end !== lastLine({ records: seen.size - photos, photos })) throw new Refusal('broken')
}

async function check(file: Blob, notebook: Notebook): Promise<Checked> {
  if (!(await isEmpty(notebook))) throw new Refusal('not-empty')
  await checkBeginning(file)
  const edits: Edit[] = []
  let [made, records, photos] = ['', 0, 0]
  for await (const entry of entriesOf(file, (line) => (made = readMade(line)))) {
    edits.push(...toEdits(entry))
    if (photoOf(entry)) photos += 1
    else records += 1
  }
  return { ok: true, file, made, records, photos, edits }
}

/** The refusal as a value; anything else that is thrown goes on. */
export async function orRefused<T>(work: Promise<T>): Promise<T | Refused> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Reads a file from its first byte to its last and saves nothing. Throws only what Dexie throws. */
export const checkBackup = (file: Blob, notebook: Notebook): Promise<Checked | Refused> =>
  orRefused(check(file, notebook))

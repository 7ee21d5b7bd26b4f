import { isId } from '../../shared/ids.ts'
import { isSeen, isTime, parseLine, photoOf, readEntry } from './check-entry.ts'
import { marksOf, type Marks } from './compare.ts'
import {
  firstLine,
  firstLineOfOne,
  firstLineOfTwo,
  formatVersion,
  lastLine,
  limits,
  Refusal,
} from './format.ts'
import type { BackupProblem, Counts, Entry, Origin } from './format.ts'
import { isLineage, noLineage } from './lineage.ts'
import { linesOf, type Source } from './lines.ts'
import { openFile } from './open.ts'

export type Refused = { readonly ok: false; readonly problem: BackupProblem }

/** An entry without its photo, and what its versions are known by. */
export type CheckedEntry = {
  readonly entry: Omit<Entry, 'photo'>
  readonly hasPhoto: boolean
  readonly marks: Marks
}

/** A backup in which everything is right. */
export type Checked = Counts & {
  readonly ok: true
  readonly source: Source
  readonly origin: Origin
  readonly entries: readonly CheckedEntry[]
}

const isSpace = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-z-]{1,64}$/.test(value)

/** The names of the first line in their order, and nothing else; spaces behind them are none of our business. */
function readOrigin(line: string, version: string): Origin {
  const { made, space, device, seen, ...rest } = parseLine(`${line}]}`) as Partial<
    Record<keyof Origin, unknown>
  >
  const same = (origin: Origin, first: string): Origin => {
    if (line.replace(/^\ufeff/, '').trimEnd() !== first) throw new Refusal('broken')
    return origin
  }
  if (!isTime(made)) throw new Refusal('broken')
  if (version === '1')
    return same({ made, space: '', device: '', seen: {}, ...noLineage }, firstLineOfOne(made))
  if (!isSpace(space) || !isId(device) || !isSeen(seen)) throw new Refusal('broken')
  const whose = { made, space, device, seen, ...noLineage }
  if (version === '2') return same(whose, firstLineOfTwo(whose))
  const lineage = { id: rest.id, after: rest.after }
  if (version !== String(formatVersion) || !isLineage(lineage)) throw new Refusal('broken')
  const origin = { ...whose, ...lineage }
  return same(origin, firstLine(origin))
}

const pictureLength = ({ photo }: Entry): number =>
  photo ? photo.full.bytes.length + photo.thumb.bytes.length : 0

/** The entries, counted; and the first line to whom it concerns. Throws Refusal unless the file is whole. */
export async function* entriesOf(
  source: Source,
  onFirst: (line: string) => void = () => undefined,
): AsyncGenerator<Entry> {
  const seen = new Set<string>()
  let [photos, text] = [0, 0]
  let end: string | undefined
  let first = true
  for await (const line of linesOf(source)) {
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

async function check(file: Blob, digits?: string): Promise<Checked> {
  const { source, version } = await openFile(file, digits)
  if (Number(version) > formatVersion) throw new Refusal('newer')
  const entries: CheckedEntry[] = []
  let origin: Origin | undefined
  let photos = 0
  for await (const entry of entriesOf(source, (line) => (origin = readOrigin(line, version)))) {
    const hasPhoto = photoOf(entry) !== undefined
    const { photo: _bytes, ...rest } = entry
    if (hasPhoto) photos += 1
    entries.push({ entry: rest, hasPhoto, marks: marksOf(entry) })
  }
  if (!origin) throw new Refusal('broken')
  return { ok: true, source, origin, entries, photos, records: entries.length - photos }
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

/** Reads a file from its first byte to its last and saves nothing. `digits` are those of the sheet it is sealed to. */
export const checkBackup = (file: Blob, digits?: string): Promise<Checked | Refused> =>
  orRefused(check(file, digits))

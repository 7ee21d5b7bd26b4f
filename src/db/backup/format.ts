import type { Fields, Value } from '../../shared/value.ts'
import type { Seen } from '../merge.ts'
import type { Stamp } from '../stamp.ts'

/** The schema's number; docs/format.md says what each means. */
export const formatVersion = 3

/** How every backup begins: a few bytes tell it from any other file. */
export const beginning = '{"format":"ponte-backup","version":'
/** The same of one made while practising: no notebook takes it in. */
export const practiceBeginning = '{"format":"ponte-practice","version":'

export type Counts = {
  /** Entries without a picture of their own. */
  readonly records: number
  readonly photos: number
}

/** A picture in base64. */
export type Picture = { readonly type: string; readonly bytes: string }

/** A record as it stands in the file, on one line. Times are ISO, in UTC. */
export type Entry = {
  readonly id: string
  readonly kind: string
  /** When it was last changed. */
  readonly changed: string
  readonly fields: Fields
  /** When a field was last changed, if not then. */
  readonly times?: { readonly [field: string]: string }
  /** Where a field has two versions: the ones that are not shown, the newest first. */
  readonly others?: {
    readonly [field: string]: readonly { readonly value: Value; readonly changed: string }[]
  }
  /** By field, the names of the versions behind what is shown, and behind each of the others. */
  readonly stamps?: { readonly [field: string]: readonly (readonly Stamp[])[] }
  /** By field, versions that were replaced before they came. */
  readonly ahead?: { readonly [field: string]: readonly Stamp[] }
  /** Begun, and waiting for one of its questions. */
  readonly isBegun?: true
  readonly photo?: { readonly full: Picture; readonly thumb: Picture }
}

/** Which backup it is among those of its disk. */
export type Lineage = {
  /** Its own id; '' in files of version 1 and 2. */
  readonly id: string
  /** The ids of those that the same disk made before it, the oldest first; of very many only the last. */
  readonly after: readonly string[]
}

/** Whose notebook a file is of, and how much of what the others wrote that device had. Of version 1 nothing is known. */
export type Origin = Lineage & {
  /** When it was made, as an ISO time, by a clock that may have been wrong. */
  readonly made: string
  readonly space: string
  readonly device: string
  readonly seen: Seen
}

/** What a file says of itself before its entries. */
export const firstLine = (origin: Origin, begins = beginning): string => {
  const { made, space, device, id, after, seen } = origin
  const whose = `"made":"${made}","space":"${space}","device":"${device}"`
  return `${begins}${formatVersion},${whose},"id":"${id}","after":${JSON.stringify(after)},"seen":${JSON.stringify(seen)},"entries":[`
}

/** The first line as version 2 had it. */
export const firstLineOfTwo = ({ made, space, device, seen }: Origin): string =>
  `${beginning}2,"made":"${made}","space":"${space}","device":"${device}","seen":${JSON.stringify(seen)},"entries":[`

export const firstLineOfOne = (made: string): string => `${beginning}1,"made":"${made}","entries":[`

export const lastLine = ({ records, photos }: Counts): string => `],"records":${records},"photos":${photos}}`

/** 'sealed': its digits are asked for; 'digits': they are mistyped; 'other-sheet': they are those of another sheet. */
export type BackupProblem =
  'not-a-backup' | 'broken' | 'too-large' | 'newer' | 'sealed' | 'digits' | 'other-sheet'

/** Thrown by the readers of this folder for a file that is not taken in. */
export class Refusal extends Error {
  readonly problem: BackupProblem
  constructor(problem: BackupProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'Refusal'
    this.problem = problem
  }
}

/**
 * Far above any association's notebook, far below what a tablet cannot hold: bytes of the file, characters of one line
 * (a photo has at most 8 MiB), characters of all entries without their photos, number of entries.
 */
export const limits = { file: 4 * 1024 ** 3, line: 24 * 1024 ** 2, text: 64 * 1024 ** 2, entries: 200_000 }

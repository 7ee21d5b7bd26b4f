import type { Fields, Value } from '../../shared/value.ts'

/** The schema's number; docs/format.md says what each means. */
export const formatVersion = 1

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
  readonly photo?: { readonly full: Picture; readonly thumb: Picture }
}

export const firstLine = (made: string, begins = beginning): string =>
  `${begins}${formatVersion},"made":"${made}","entries":[`

export const lastLine = ({ records, photos }: Counts): string => `],"records":${records},"photos":${photos}}`

export type BackupProblem = 'not-a-backup' | 'broken' | 'too-large' | 'newer' | 'not-empty'

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

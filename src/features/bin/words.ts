import { binDays } from '../../db/bin.ts'
import type { TextKey } from '../../ui/text.ts'

const kindKeys: { readonly [kind: string]: TextKey } = {
  person: 'bin.kind.person',
  group: 'bin.kind.group',
  note: 'bin.kind.note',
  photo: 'bin.kind.photo',
  hosting: 'bin.kind.hosting',
}

/** The word for a kind of record. */
export const kindKey = (kind: string): TextKey => kindKeys[kind] ?? 'bin.kind.other'

const day = 24 * 60 * 60 * 1000

/** For how many more days something can be brought back, the present one counted. Times in milliseconds since 1970. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.min(binDays, Math.max(1, Math.ceil((deletedAt + binDays * day - now) / day)))
}

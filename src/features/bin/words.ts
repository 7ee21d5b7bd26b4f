import { binDays } from '../../db/bin.ts'
import { useKindKey as useKnownKindKey } from '../../ui/feature.ts'
import type { TextKey } from '../../ui/text.ts'

/** The word for a kind of record; also one of a newer version lies in the bin. */
export function useKindKey(): (kind: string) => TextKey {
  const kindKey = useKnownKindKey()
  return (kind) => kindKey(kind) ?? 'bin.kindOther'
}

const day = 24 * 60 * 60 * 1000

/** For how many more days something can be brought back, the present one counted. Times in milliseconds since 1970. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.min(binDays, Math.max(1, Math.ceil((deletedAt + binDays * day - now) / day)))
}

import type { Counts } from '../../db/backup/format.ts'
import { useText } from '../../ui/text.ts'

/** "120 Einträge" and "14 Fotos", for a sentence that names both. */
export function useCounts({ records, photos }: Counts): { records: string; photos: string } {
  const { t } = useText()
  return { records: t('backup.records', { count: records }), photos: t('backup.photos', { count: photos }) }
}

import { heldDrafts } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { DraftRow } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { addressOf, stepOf } from './questions.ts'

/** Visits that wait for their check page, the one begun last first; undefined until they are loaded. */
export function useUnfinished(): DraftRow[] | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const begun = (draft: DraftRow): string => textOf(draft.set, 'writtenAt')
    return (await heldDrafts(notebook, 'visit')).sort((a, b) => (begun(a) < begun(b) ? 1 : -1))
  }, [notebook])
}

/** The screen on which an unfinished visit was left. */
export const whereLeft = ({ record, set }: DraftRow): string => addressOf(record, stepOf(textOf(set, 'at')))

import { listDue } from '../../db/due.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { retentionOf, settingsRecord, type Retention } from '../../records/kinds/settings.ts'
import { metaKeys, readCircle, type Member } from '../../sync/status.ts'
import { today } from '../../ui/dates.ts'

/** What the page for the board says of this notebook alone. */
export type PrivacyFacts = {
  readonly name: string
  readonly controller: string
  readonly contact: string
  readonly retention: Retention
  readonly members: readonly Member[]
  readonly invited: number
  readonly sheets: number
  /** The exchange's address; '' while the notebook lies on this device alone. */
  readonly exchange: string
  readonly due: number
}

/** The settings and the circle of the open notebook; undefined until they are known. */
export function usePrivacyFacts(): PrivacyFacts | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const [own, settings, circle, exchange, due] = await Promise.all([
      rowOf(notebook, notebook.space),
      rowOf(notebook, settingsRecord),
      readCircle(notebook),
      notebook.tables.meta.get(metaKeys.exchange),
      listDue(notebook, today(new Date(notebook.now()))),
    ])
    const fields = settings?.fields ?? {}
    return {
      name: own?.label ?? '',
      controller: textOf(fields, 'controller').trim(),
      contact: textOf(fields, 'contact').trim(),
      retention: retentionOf(fields),
      members: circle?.members ?? [],
      invited: circle?.invitations.length ?? 0,
      sheets: circle?.sheets.length ?? 0,
      exchange: exchange?.value ?? '',
      due: due.length,
    }
  }, [notebook])
}

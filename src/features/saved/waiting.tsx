import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { waitingItems } from '../../sync/status.ts'
import { dateAndTime, mediumDate } from '../../ui/dates.ts'
import { useKindKey, usePathOf } from '../../ui/feature.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** So many are looked at to be listed; whoever brings in a whole address book reads no further. */
const most = 500

type Waiting = { readonly row: RecordRow; readonly owner: RecordRow | undefined }

/** What waits, the latest first, each with what it belongs to. */
async function listWaiting(notebook: Notebook): Promise<Waiting[]> {
  const rows = await notebook.tables.records.bulkGet(await waitingItems(notebook, most))
  const known = rows.flatMap((row) => row ?? []).sort((a, b) => b.changedAt - a.changedAt)
  return Promise.all(
    known.map(async (row) => {
      const [about] = row.label ? [] : (kindOf(row.kind)?.about?.(row.fields) ?? [])
      return { row, owner: about === undefined ? undefined : await rowOf(notebook, about) }
    }),
  )
}

function WaitingRow({ row, owner }: Waiting): JSX.Element {
  const { t, language } = useText()
  const kindKey = useKindKey()
  const pathOf = usePathOf()
  const thumb = useThumb(row.kind === 'photo' ? row.id : '')
  const key = kindKey(row.kind)
  const kind = key ? t(key) : t('saved.otherKind')
  // What has no page of its own is found on the page of what it is about.
  const shown = row.kind === 'hosting' && owner ? owner : row
  const when = dateAndTime(new Date(row.changedAt), language)
  const detail = [row.label && kind, row.list === 'bin' && t('saved.deleted'), when].filter(Boolean)
  const name = mediumDate(row.label, language) || [kind, owner?.label].filter(Boolean).join(': ')
  const words = <strong lang={(row.label && textOf(row.fields, 'language')) || undefined}>{name}</strong>
  const picture = thumb && <img class="picture thumb" src={thumb} alt="" />
  return (
    <Row
      to={href(key ? pathOf(shown.kind, shown.id) : `/${kindOf(shown.kind)?.path ?? 'saved'}`)}
      detail={detail.join(', ')}
      picture={picture}
    >
      {words}
    </Row>
  )
}

/** What the others don't have yet, by name. */
export function WaitingList(): JSX.Element | null {
  const notebook = useNotebook()
  const waiting = useLive(() => listWaiting(notebook), [notebook])
  const { shown, more } = useGrowing(waiting?.length ?? 0, notebook)
  if (!waiting?.length) return null
  return (
    <>
      <Rows>
        {waiting.slice(0, shown).map((one) => (
          <WaitingRow key={one.row.id} {...one} />
        ))}
      </Rows>
      {more}
    </>
  )
}

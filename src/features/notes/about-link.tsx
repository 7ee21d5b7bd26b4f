import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { kindOf } from '../../records/kinds.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** The person or group that a note is about. */
export function AboutLink({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const row = useLive(async () => (id ? rowOf(notebook, id) : undefined), [notebook, id])
  const kind = row && kindOf(row.kind)
  if (!row || !kind || row.list === 'bin') return null
  return (
    <Rows>
      <Row to={href(`/${kind.path}/${id}`)} detail={t('notes.about')}>
        {row.label}
      </Row>
    </Rows>
  )
}

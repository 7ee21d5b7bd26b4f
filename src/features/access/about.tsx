import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** On a person's page: the way to everything about the person, and from there to erasing it for good: two red buttons confused. */
export function AccessAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const row = useLive(() => rowOf(notebook, id), [notebook, id])
  if (row?.kind !== 'person') return null
  return (
    <Rows>
      <Row to={href(`/people/${id}/all`)} detail={t('access.everythingHint')}>
        {t('access.everything')}
      </Row>
    </Rows>
  )
}

import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { formatCalled, type Format } from './formats.ts'
import { useHandbook } from './handbook.ts'

function Named({ format }: { format: Format }): JSX.Element | null {
  const { t } = useText()
  const handbook = useHandbook()
  if (!handbook) return null
  return (
    <Section title={t('formats.after')}>
      <Rows>
        <Row
          to={href(`/formats/${format.id}`)}
          picture={<Picture name={format.picture} look="thumb" />}
          detail={t('formats.afterHint')}
        >
          <b>{handbook[format.id].title}</b>
        </Row>
      </Rows>
    </Section>
  )
}

/** The format that a record was made from, on its page. */
export function FormatAbout({ id }: { id: string }): JSX.Element | null {
  const notebook = useNotebook()
  const row = useLive(() => rowOf(notebook, id), [notebook, id])
  const format = formatCalled(row ? textOf(row.fields, 'format') : '')
  return format ? <Named format={format} /> : null
}

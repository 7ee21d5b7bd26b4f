import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { latestChanges } from '../../db/overview.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { dateAndTime } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** What was saved last, so that one finds one's own words there. */
export function LatestChanges(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => latestChanges(notebook, 5), [notebook])
  if (!rows?.length) return null
  return (
    <Section title={t('saved.latest')}>
      <Rows>
        {rows.map((row) => (
          <Row
            key={row.id}
            to={href(`/${kindOf(row.kind)?.path ?? ''}/${row.id}`)}
            detail={dateAndTime(new Date(row.changedAt), language)}
          >
            <strong lang={textOf(row.fields, 'language') || undefined}>{row.label}</strong>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

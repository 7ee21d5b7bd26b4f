import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as ReportRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { isGiven } from '../../records/report.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { titleOf } from './words.ts'

/** Reports to choose from. */
export function ReportRows({ reports }: { reports: readonly ReportRow[] }): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const ids = reports.map(({ fields }) => textOf(fields, 'project')).filter(Boolean)
  const projects = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  return (
    <Rows>
      {reports.map(({ id, fields, twice }) => {
        const project = projects.find((one) => one.id === textOf(fields, 'project'))
        return (
          <Row
            key={id}
            to={href(`/yearly/${id}`)}
            detail={[textOf(fields, 'funder'), t(isGiven(fields) ? 'yearly.given' : 'yearly.draft')]
              .filter(Boolean)
              .join(', ')}
          >
            <b>{titleOf(fields, project, t, language)}</b>
            <TwiceMark twice={twice} />
          </Row>
        )
      })}
    </Rows>
  )
}

import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { ReportRows } from './rows.tsx'

/** The reports on a project for those who paid for it, on its page. */
export function ReportsAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const isProject = useLive(() => rowOf(notebook, id), [notebook, id])?.kind === 'project'
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const reports = rows.filter((row) => row.kind === 'report')
  if (!isProject || (reports.length === 0 && !mayWrite)) return null
  return (
    <Section title={t('yearly.forFunder')}>
      <div class="stack tight">
        {reports.length > 0 && <ReportRows reports={reports} />}
        <LinkButton writes icon="coins" to={href(`/yearly/new/${id}`)}>
          {t('yearly.beginFunder')}
        </LinkButton>
      </div>
    </Section>
  )
}

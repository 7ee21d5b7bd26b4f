import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { VisitRows } from './rows.tsx'

/** The visits about a record, on its page; a project's page also begins one. */
export function VisitsAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const isProject = useLive(() => rowOf(notebook, id), [notebook, id])?.kind === 'project'
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const visits = rows.filter((row) => row.kind === 'visit').sort((a, b) => (a.sort < b.sort ? 1 : -1))
  if (visits.length === 0 && !(mayWrite && isProject)) return null
  return (
    <Section title={t('visits.title')}>
      <div class="stack tight">
        {visits.length > 0 && <VisitRows visits={visits} />}
        {isProject && (
          <LinkButton writes icon="users" to={href(`/visits/new/${id}`)}>
            {t('visits.write')}
          </LinkButton>
        )}
      </div>
    </Section>
  )
}

import type { JSX } from 'preact'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { owedByTown, type TownsProjects } from './order.ts'
import { Thumb } from './pictures.tsx'
import { postponedLines } from './words.ts'

/** What is postponed, by partner town, as it is now. */
export function useOwed(): TownsProjects[] | undefined {
  const { language } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => listOf(notebook, 'project'), [notebook])
  return rows && owedByTown(rows, language)
}

function Town({ town, projects }: TownsProjects): JSX.Element {
  const { t, language } = useText()
  return (
    <Section title={town || t('projects.owed.withoutTown')}>
      <Rows>
        {projects.map((project) => (
          <Row
            key={project.id}
            to={href(`/projects/${project.id}`)}
            picture={<Thumb project={project} />}
            detail={postponedLines(project.fields, t, language).map((line) => (
              <span class="line written" key={line}>
                {line}
              </span>
            ))}
          >
            <b>{project.label || t('projects.unnamed')}</b>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** What the partners still owe each other: all that is postponed, for the yearly meeting. */
export function Owed(): JSX.Element | null {
  const { t } = useText()
  const owed = useOwed()
  if (!owed) return null
  return (
    <Page title={t('projects.owed.title')} parent="/projects" heading="own">
      <div class="page stack">
        <h1>{t('projects.owed.title')}</h1>
        {owed.length === 0 ? (
          <Empty picture="waiting" words={t('projects.owed.nothing')} />
        ) : (
          <>
            <p>{t('projects.owed.explain')}</p>
            {owed.map((one) => (
              <Town key={one.town} {...one} />
            ))}
            <LinkButton primary icon="printer" to={href('/projects/owed/print')}>
              {t('projects.owed.print')}
            </LinkButton>
          </>
        )}
      </div>
    </Page>
  )
}

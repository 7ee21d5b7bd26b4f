import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { orderProjects } from './order.ts'
import { Thumb } from './pictures.tsx'
import { lineOf } from './words.ts'

/** The projects in which a person or group takes part, on its page. */
export function ProjectsAbout({ id }: { id: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const projects = rows.filter((row) => row.kind === 'project')
  if (projects.length === 0) return null
  return (
    <Section title={t('projects.title')}>
      <Rows>
        {orderProjects(projects, language).map((project) => {
          const part = textOf(project.fields, `people/${id}`)
          return (
            <Row
              key={project.id}
              to={href(`/projects/${project.id}`)}
              picture={<Thumb project={project} />}
              detail={
                <>
                  {part && <span class="line">{part}</span>}
                  <span class="line">{lineOf(project.fields, t, language)}</span>
                </>
              }
            >
              <b>{project.label || t('projects.unnamed')}</b>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

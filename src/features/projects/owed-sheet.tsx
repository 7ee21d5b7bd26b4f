import type { JSX } from 'preact'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { useOwed } from './owed.tsx'
import { postponedLines } from './words.ts'

/** The same for the table of the yearly meeting, with a line under each project for what is agreed there. */
export function OwedSheet(): JSX.Element | null {
  const { t, language } = useText()
  const owed = useOwed()
  if (!owed) return null
  return (
    <Paper title={t('projects.owed.title')} parent="/projects/owed">
      {owed.length === 0 && <p>{t('projects.owed.nothing')}</p>}
      {owed.map(({ town, projects }) => (
        <section class="stack tight owed-town" key={town}>
          <h2>{town || t('projects.owed.withoutTown')}</h2>
          <ul class="owed">
            {projects.map((project) => (
              <li key={project.id}>
                <strong class="line">{project.label || t('projects.unnamed')}</strong>
                {postponedLines(project.fields, t, language).map((line) => (
                  <span class="line written" key={line}>
                    {line}
                  </span>
                ))}
                <span class="to-write">{t('projects.owed.agree')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Paper>
  )
}

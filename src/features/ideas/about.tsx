import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf } from '../../records/kinds/idea.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { stateKeys } from './states.ts'

/** What ideas have to do with a record: a project came from them, they came from an idea, a person takes part. */
function titleOf(ideas: readonly RecordRow[], id: string): TextKey {
  if (ideas.some(({ fields }) => textOf(fields, 'project') === id)) return 'ideas.about.project'
  return ideas.some(({ fields }) => textOf(fields, 'from') === id)
    ? 'ideas.about.taken'
    : 'ideas.about.person'
}

/** The idea sheets that have to do with a record, on its page, the newest first. */
export function IdeasAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const ideas = rows.filter((row) => row.kind === 'idea').sort((a, b) => (a.sort < b.sort ? 1 : -1))
  if (ideas.length === 0) return null
  return (
    <Section title={t(titleOf(ideas, id))}>
      <Rows>
        {ideas.map((idea) => (
          <Row
            key={idea.id}
            to={href(`/ideas/${idea.id}`)}
            picture={<Picture name="door-ideas" look="thumb" />}
            detail={[t(stateKeys[ideaStateOf(idea.fields)]), textOf(idea.fields, 'author')]
              .filter(Boolean)
              .join(', ')}
          >
            <b>{idea.label || t('ideas.unnamed')}</b>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

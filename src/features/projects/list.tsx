import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { countAboutNothing, listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as ProjectRow } from '../../db/show.ts'
import { stateOf } from '../../records/kinds/project.ts'
import { nameFor } from '../../records/translated-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { orderProjects, sectionOf, sections, type Section } from './order.ts'
import { Thumb } from './pictures.tsx'
import { lineOf } from './words.ts'

const headingKeys: { readonly [section in Section]: TextKey } = {
  active: 'projects.heading.active',
  idea: 'projects.heading.idea',
  postponed: 'projects.heading.postponed',
  finished: 'projects.heading.finished',
}

/** More than fill a screen are easier to read under headings. */
const manyProjects = 8

function Lines({ projects, current }: { projects: readonly ProjectRow[]; current: string | undefined }) {
  const { t, language } = useText()
  return (
    <>
      {projects.map((project) => {
        const { name, lang } = nameFor(project, language)
        return (
          <Row
            key={project.id}
            to={href(`/projects/${project.id}`)}
            current={project.id === current}
            picture={<Thumb project={project} />}
            detail={lineOf(project.fields, t, language)}
          >
            <b lang={lang}>{name || t('projects.unnamed')}</b>
            <TwiceMark twice={project.twice} />
          </Row>
        )
      })}
    </>
  )
}

function useOtherLines(projects: readonly ProjectRow[]): JSX.Element[] {
  const { t } = useText()
  const notebook = useNotebook()
  const notes = useLive(() => countAboutNothing(notebook, 'note'), [notebook]) ?? 0
  const owed = projects.filter((project) => stateOf(project.fields) === 'postponed').length
  return [
    <Row
      key="ideas"
      to={href('/ideas')}
      picture={<Picture name="door-ideas" look="thumb" />}
      detail={t('projects.ideasHint')}
    >
      <b>{t('projects.ideas')}</b>
    </Row>,
    owed > 0 && (
      <Row
        key="owed"
        to={href('/projects/owed')}
        picture={<Picture name="waiting" look="thumb" />}
        detail={t('projects.owed.count', { count: owed })}
      >
        <b>{t('projects.owed.title')}</b>
      </Row>
    ),
    notes > 0 && (
      <Row
        key="general"
        to={href('/notes/general')}
        picture={<Picture name="door-notes" look="thumb" />}
        detail={t('projects.notesWithout', { count: notes })}
      >
        <b>{t('projects.general')}</b>
      </Row>
    ),
  ].filter((line) => line !== false)
}

/** All projects, what runs first; below them what is postponed and the notes that belong to none. */
export function ProjectList({ current }: { current: string | undefined }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const rows = useLive(() => listOf(notebook, 'project'), [notebook])
  const projects = useMemo(() => orderProjects(rows ?? [], language), [rows, language])
  const matching = useMemo(() => projects.filter(matcherOf(query) ?? (() => true)), [projects, query])
  const { shown, more } = useGrowing(matching.length, query)
  const others = useOtherLines(projects)
  if (!rows) return null
  const isSearching = query.trim() !== ''
  const visible = matching.slice(0, shown)
  const add = (
    <LinkButton writes primary icon="plus" to={href('/projects/new')}>
      {t('projects.add')}
    </LinkButton>
  )
  if (projects.length === 0)
    return (
      <div class="stack">
        <Rows>{others}</Rows>
        <Empty picture="festival" words={t('projects.none')}>
          {add}
        </Empty>
      </div>
    )
  const hasHeadings = projects.length > manyProjects && !isSearching
  return (
    <div class="stack tight">
      <SearchField label={t('projects.search')} value={query} onInput={setQuery} />
      {matching.length === 0 && <p role="status">{t('projects.noneFound')}</p>}
      {hasHeadings &&
        sections.map((section) => {
          const inside = visible.filter((project) => sectionOf(project) === section)
          if (inside.length === 0) return null
          return (
            <section class="section" key={section}>
              <h2>{t(headingKeys[section])}</h2>
              <Rows>
                <Lines projects={inside} current={current} />
              </Rows>
            </section>
          )
        })}
      {!hasHeadings && matching.length > 0 && (
        <Rows>
          <Lines projects={visible} current={current} />
          {!isSearching && others}
        </Rows>
      )}
      {more}
      {hasHeadings && <Rows>{others}</Rows>}
      <div class="dock">{add}</div>
    </div>
  )
}

import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { ideaStateOf, ideaStates } from '../../records/kinds/idea.ts'
import { nameFor, textFor } from '../../records/translated-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { Chips, Whose } from './chips.tsx'
import { headingKeys } from './states.ts'

function IdeaCard({ idea }: { idea: Row }): JSX.Element {
  const { t, language } = useText()
  const named = nameFor(idea, language)
  const name = named.name || t('ideas.unnamed')
  const goal = textFor(idea.fields, 'goal', language)
  return (
    <li class="card idea-card stack tight">
      <h3 lang={named.lang}>
        {name} <TwiceMark twice={idea.twice} />
      </h3>
      {goal.text && (
        <p class="written" lang={goal.lang}>
          {goal.text}
        </p>
      )}
      <Chips idea={idea} />
      <Whose idea={idea} />
      <LinkButton icon="book-open" to={href(`/ideas/${idea.id}`)}>
        {t('ideas.open')} <span class="unseen">{name}</span>
      </LinkButton>
    </li>
  )
}

function Sections({ ideas }: { ideas: readonly Row[] }): JSX.Element {
  const { t } = useText()
  return (
    <>
      {ideaStates.map((state) => {
        const inside = ideas.filter((idea) => ideaStateOf(idea.fields) === state)
        if (inside.length === 0) return null
        return (
          <Section key={state} title={t(headingKeys[state])}>
            <ul class="idea-cards">
              {inside.map((idea) => (
                <IdeaCard key={idea.id} idea={idea} />
              ))}
            </ul>
          </Section>
        )
      })}
    </>
  )
}

function Ideas({ ideas }: { ideas: readonly Row[] }): JSX.Element {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const matching = useMemo(() => ideas.filter(matcherOf(query) ?? (() => true)), [ideas, query])
  const { shown, more } = useGrowing(matching.length, query)
  const add = (
    <LinkButton writes primary icon="lightbulb" to={href('/ideas/new')}>
      {t('ideas.add')}
    </LinkButton>
  )
  if (ideas.length === 0)
    return (
      <Empty picture="door-ideas" words={t('ideas.none')}>
        {add}
      </Empty>
    )
  return (
    <div class="stack tight">
      <SearchField label={t('ideas.search')} value={query} onInput={setQuery} />
      <p>{t('ideas.allSee')}</p>
      {matching.length === 0 && <p role="status">{t('ideas.noneFound')}</p>}
      <Sections ideas={matching.slice(0, shown)} />
      {more}
      <div class="dock">{add}</div>
    </div>
  )
}

// In the order of the sections, so that what is not shown yet comes below what is.
const bySection = (a: Row, b: Row): number =>
  ideaStates.indexOf(ideaStateOf(a.fields)) - ideaStates.indexOf(ideaStateOf(b.fields)) ||
  (a.sort < b.sort ? 1 : -1)

/** The ideas board: all sheets of the notebook as cards, by how they stand, the newest first. */
export function Board(): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const ideas = useLive(async () => (await listOf(notebook, 'idea')).sort(bySection), [notebook])
  return (
    <Page title={t('ideas.board')} parent="/projects">
      <div class="page">{ideas && <Ideas ideas={ideas} />}</div>
    </Page>
  )
}

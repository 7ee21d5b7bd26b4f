import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { matcherOf, prepareMatching } from '../../db/match.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as PersonRow } from '../../db/show.ts'
import { sortName } from '../../records/kinds/person.ts'
import { headingOf, headingRanges, sortByName } from '../../shared/collate.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { useText } from '../../ui/text.ts'
import { PersonLine } from './line.tsx'

type Headed = { readonly heading: string; readonly person: PersonRow }

/** All people with the heading under which each stands, as the reader's language sorts. */
function useHeaded(): readonly Headed[] | undefined {
  const { language } = useText()
  const notebook = useNotebook()
  const people = useLive(() => listOf(notebook, 'person'), [notebook])
  useEffect(() => {
    // After the list is painted: nobody waits for it, and the first key finds it done.
    const timer = setTimeout(() => prepareMatching(people ?? []), 300)
    return () => clearTimeout(timer)
  }, [people])
  return useMemo(() => {
    if (!people) return undefined
    const named = people.map((person) => ({ person, name: sortName(person.fields) }))
    return sortByName(named, (one) => one.name, language).map((one) => ({
      person: one.person,
      heading: headingOf(one.name, language),
    }))
  }, [people, language])
}

function sectionsOf(headed: readonly Headed[]): { heading: string; people: PersonRow[] }[] {
  const sections: { heading: string; people: PersonRow[] }[] = []
  for (const { heading, person } of headed) {
    const last = sections.at(-1)
    if (last?.heading === heading) last.people.push(person)
    else sections.push({ heading, people: [person] })
  }
  return sections
}

type JumpProps = { headed: readonly Headed[]; from: string; onJump: (heading: string) => void }

/** A-D, E-K ...: the list then begins there. Only for lists that fill more than a screen or two. */
function Jump({ headed, from, onJump }: JumpProps): JSX.Element | null {
  const { t } = useText()
  const ranges = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { heading } of headed) counts.set(heading, (counts.get(heading) ?? 0) + 1)
    return headingRanges(counts, 4)
  }, [headed])
  if (headed.length < 12 || ranges.length < 2) return null
  return (
    <nav class="tabs jump" aria-label={t('people.jump')}>
      <span class="pair">
        {ranges.map(({ first, last }, index) => {
          const start = index === 0 ? '' : first
          return (
            <button
              key={first}
              type="button"
              onClick={() => onJump(start)}
              {...(start === from ? { 'aria-current': 'true' as const } : {})}
            >
              {first === last ? first : `${first}–${last}`}
            </button>
          )
        })}
      </span>
    </nav>
  )
}

/** The list of people with search and headings. */
export function PeopleList({ current }: { current: string | undefined }): JSX.Element | null {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const [from, setFrom] = useState('')
  const headed = useHeaded()
  const matching = useMemo(() => {
    const all = headed ?? []
    const matches = matcherOf(query)
    if (matches) return all.filter((one) => matches(one.person))
    const start = from ? all.findIndex((one) => one.heading === from) : 0
    return all.slice(Math.max(0, start))
  }, [headed, query, from])
  const { shown, more } = useGrowing(matching.length, `${query} ${from}`)
  // The same elements as long as nothing in them changes: a key press that finds the same people renders nothing.
  const list = useMemo(
    () =>
      sectionsOf(matching.slice(0, shown)).map(({ heading, people }) => (
        <section class="card" key={heading}>
          <h2 class="letter">{heading}</h2>
          <ul class="rows">
            {people.map((person) => (
              <PersonLine key={person.id} person={person} current={person.id === current} />
            ))}
          </ul>
        </section>
      )),
    [matching, shown, current],
  )
  if (!headed) return null
  const isSearching = query.trim() !== ''
  const add = (
    <LinkButton writes primary icon="plus" to={href('/people/new')}>
      {t('people.add')}
    </LinkButton>
  )
  const tabs = <Tabs place="/people" label={t('people.what')} current="/people" />
  if (headed.length === 0)
    return (
      <div class="stack tight">
        {tabs}
        <Empty picture="empty-people" words={t('people.none')}>
          {add}
          <LinkButton writes icon="file-down" to={href('/contacts-in')}>
            {t('people.bringIn')}
          </LinkButton>
        </Empty>
      </div>
    )
  return (
    <div class="stack tight">
      {tabs}
      <SearchField label={t('people.search')} value={query} onInput={setQuery} />
      {!isSearching && <Jump headed={headed} from={from} onJump={setFrom} />}
      <p role="status" class={isSearching ? '' : 'unseen'}>
        {isSearching &&
          (matching.length === 0 ? t('people.noneFound') : t('people.found', { count: matching.length }))}
      </p>
      <div class="people">{list}</div>
      {more}
      <div class="dock beside">
        <LinkButton icon="printer" to={href('/people/print')}>
          {t('ui.print')}
        </LinkButton>
        {add}
      </div>
    </div>
  )
}

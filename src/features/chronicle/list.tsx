import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Language } from '../../shared/language.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { decadeShort, roughDate } from '../../ui/rough-dates.ts'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { DocumentCards } from './card.tsx'
import { byDecade, inTime, type Decade } from './decades.ts'

/** "1980er Jahre" as a heading: with a capital also where the words stand small inside a sentence. */
function heading(decade: string, language: Language): string {
  const words = roughDate(decade, language)
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
}

/** Fewer stand on a screen or two and need no way to jump. */
const fewest = 6

type JumpProps = { decades: readonly Decade[]; from: string | undefined; onJump: (decade: string) => void }

/** One button a decade that has something: the list then begins there. */
function Jump({ decades, from, onJump }: JumpProps): JSX.Element | null {
  const { t, language } = useText()
  const count = decades.reduce((sum, { documents }) => sum + documents.length, 0)
  if (decades.length < 2 || count < fewest) return null
  return (
    <nav class="tabs jump decades" aria-label={t('chronicle.jump')}>
      <span class="pair">
        {decades.map(({ decade }) => (
          <button
            key={decade}
            type="button"
            onClick={() => onJump(decade)}
            {...(decade === (from ?? decades[0]?.decade) ? { 'aria-current': 'true' as const } : {})}
          >
            {decade ? decadeShort(decade, language) : t('chronicle.undated')}
          </button>
        ))}
      </span>
    </nav>
  )
}

type FoundProps = { isSearching: boolean; count: number }

function Found({ isSearching, count }: FoundProps): JSX.Element {
  const { t } = useText()
  return (
    <p role="status" class={isSearching ? '' : 'unseen'}>
      {isSearching && (count === 0 ? t('chronicle.noneFound') : t('chronicle.found', { count }))}
    </p>
  )
}

/** Everything that was kept from paper, by decade, the oldest first. */
export function Chronicle(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const [from, setFrom] = useState<string>()
  const kept = useLive(() => listOf(notebook, 'document'), [notebook])
  const all = useMemo(() => inTime(kept ?? [], language), [kept, language])
  const decades = useMemo(() => byDecade(all), [all])
  const matches = matcherOf(query)
  const start = decades.findIndex(({ decade }) => decade === from)
  const chosen = matches
    ? all.filter(matches)
    : decades.slice(Math.max(0, start)).flatMap((one) => one.documents)
  const { shown, more } = useGrowing(chosen.length, `${query} ${from}`)
  if (!kept) return null
  const add = (
    <LinkButton writes primary icon="camera" to={href('/chronicle/new')}>
      {t('chronicle.add')}
    </LinkButton>
  )
  return (
    <Page title={t('chronicle.title')} parent="/projects">
      <div class="page">
        {all.length === 0 ? (
          <Empty picture="door-report" words={t('chronicle.none')}>
            {add}
          </Empty>
        ) : (
          <div class="stack tight">
            <SearchField label={t('chronicle.search')} value={query} onInput={setQuery} />
            {!matches && <Jump decades={decades} from={from} onJump={setFrom} />}
            <Found isSearching={Boolean(matches)} count={chosen.length} />
            {byDecade(chosen.slice(0, shown)).map(({ decade, documents }) => (
              <section class="decade" key={decade}>
                <h2>{decade ? heading(decade, language) : t('chronicle.undated')}</h2>
                <DocumentCards documents={documents} />
              </section>
            ))}
            {more}
            <div class="dock">{add}</div>
          </div>
        )}
      </div>
    </Page>
  )
}

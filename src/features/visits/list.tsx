import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { DraftRow } from '../../db/tables.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { dateWords } from './date-words.ts'
import { VisitRows } from './rows.tsx'
import { useUnfinished, whereLeft } from './unfinished.ts'
import { nameOf, pictureOf, typeOf } from './words.ts'

function UnfinishedRows({ drafts }: { drafts: readonly DraftRow[] }): JSX.Element {
  const { t, language } = useText()
  return (
    <Section title={t('visits.unfinished')}>
      <Rows>
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            to={href(whereLeft(draft))}
            picture={<Picture name={pictureOf(typeOf(draft.set))} look="thumb" />}
            detail={dateWords(draft.set, language)}
          >
            <strong>{nameOf(draft.set, t)}</strong>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** All visits, the newest first; those that were not finished at the top. */
export function VisitList(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const visits = useLive(async () => (await listOf(notebook, 'visit')).reverse(), [notebook])
  const drafts = useUnfinished()
  const matching = useMemo(() => (visits ?? []).filter(matcherOf(query) ?? (() => true)), [visits, query])
  const { shown, more } = useGrowing(matching.length, query)
  if (!visits || !drafts) return null
  const write = (
    <LinkButton writes primary icon="users" to={href('/visits/new')}>
      {t('visits.write')}
    </LinkButton>
  )
  return (
    <Page title={t('visits.title')} parent="/more">
      <div class="page stack">
        {drafts.length > 0 && <UnfinishedRows drafts={drafts} />}
        {visits.length === 0 ? (
          <Empty picture="coffee" words={t('visits.none')}>
            {write}
          </Empty>
        ) : (
          <div class="stack tight">
            <SearchField label={t('visits.search')} value={query} onInput={setQuery} />
            {matching.length === 0 && <p role="status">{t('visits.noneFound')}</p>}
            {matching.length > 0 && <VisitRows visits={matching.slice(0, shown)} />}
            {more}
            <div class="dock">{write}</div>
          </div>
        )}
      </div>
    </Page>
  )
}

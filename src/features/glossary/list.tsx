import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import { sortByName } from '../../shared/collate.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'

/** The names and terms that translators keep, as the reader's language sorts. */
export function Glossary(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const [query, setQuery] = useState('')
  const rows = useLive(() => listOf(notebook, 'term'), [notebook])
  const terms = useMemo(() => rows && sortByName(rows, (row) => row.label, language), [rows, language])
  const matching = useMemo(() => (terms ?? []).filter(matcherOf(query) ?? (() => true)), [terms, query])
  const { shown, more } = useGrowing(matching.length, query)
  if (!terms) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/glossary/new')}>
      {t('glossary.add')}
    </LinkButton>
  )
  return (
    <Page title={t('glossary.title')} parent={mayWrite ? '/translate' : '/more'}>
      <div class="page">
        {terms.length === 0 ? (
          <Empty picture="door-language" words={t('glossary.none')}>
            {add}
          </Empty>
        ) : (
          <div class="stack tight">
            <SearchField label={t('glossary.search')} value={query} onInput={setQuery} />
            {matching.length === 0 && <p role="status">{t('glossary.noneFound')}</p>}
            {matching.length > 0 && (
              <Rows>
                {matching.slice(0, shown).map((term) => (
                  <Row key={term.id} to={href(`/glossary/${term.id}`)} detail={term.detail}>
                    <strong>{term.label}</strong>
                    <TwiceMark twice={term.twice} />
                  </Row>
                ))}
              </Rows>
            )}
            {more}
            <div class="dock">{add}</div>
          </div>
        )}
      </div>
    </Page>
  )
}

import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { matcherOf } from '../../db/match.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

/** All notes, the newest first. */
export function NoteList(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const notes = useLive(async () => (await listOf(notebook, 'note')).reverse(), [notebook])
  const matching = useMemo(() => (notes ?? []).filter(matcherOf(query) ?? (() => true)), [notes, query])
  const { shown, more } = useGrowing(matching.length, query)
  if (!notes) return null
  const write = (
    <LinkButton primary icon="notebook-pen" to={href('/notes/new')}>
      {t('notes.write')}
    </LinkButton>
  )
  return (
    <Page title={t('notes.title')}>
      <div class="page">
        {notes.length === 0 ? (
          <Empty picture="empty-notes" words={t('notes.none')}>
            {write}
          </Empty>
        ) : (
          <div class="stack tight">
            <SearchField label={t('notes.search')} value={query} onInput={setQuery} />
            {matching.length === 0 && <p role="status">{t('notes.noneFound')}</p>}
            {matching.length > 0 && <NoteRows notes={matching.slice(0, shown)} />}
            {more}
            <div class="dock">{write}</div>
          </div>
        )}
      </div>
    </Page>
  )
}

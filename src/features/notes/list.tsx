import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { matcherOf } from '../../db/match.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as NoteRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

function useNotes(): readonly NoteRow[] | undefined {
  const notebook = useNotebook()
  return useLive(async () => (await listOf(notebook, 'note')).reverse(), [notebook])
}

type NotesProps = { title: string; notes: readonly NoteRow[]; none: string }

function Notes({ title, notes, none }: NotesProps): JSX.Element {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const matching = useMemo(() => notes.filter(matcherOf(query) ?? (() => true)), [notes, query])
  const { shown, more } = useGrowing(matching.length, query)
  const write = (
    <LinkButton writes primary icon="notebook-pen" to={href('/notes/new')}>
      {t('notes.write')}
    </LinkButton>
  )
  return (
    <Page title={title} parent="/projects">
      <div class="page">
        {notes.length === 0 ? (
          <Empty picture="empty-notes" words={none}>
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

/** All notes, the newest first. */
export function NoteList(): JSX.Element | null {
  const { t } = useText()
  const notes = useNotes()
  return notes ? <Notes title={t('notes.title')} notes={notes} none={t('notes.none')} /> : null
}

/** The notes that are about nothing in particular. */
export function GeneralNotes(): JSX.Element | null {
  const { t } = useText()
  const notes = useNotes()
  const general = useMemo(() => notes?.filter((note) => textOf(note.fields, 'about') === ''), [notes])
  return general ? <Notes title={t('notes.general')} notes={general} none={t('notes.noneGeneral')} /> : null
}

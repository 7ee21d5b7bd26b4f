import type { JSX } from 'preact'
import { newestOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { newestNews, newsOnStart } from '../../db/news.ts'
import { useOpen } from '../../db/notebook.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

const most = 3

/** The three newest notes, on Start, without those that stand among Start's news already. */
export function NewestNotes(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  // Two questions: each hears by itself of what concerns it.
  const newest = useLive(() => newestOf(open.notebook, 'note', most + newsOnStart), [open])
  const news = useLive(() => newestNews(open), [open])
  const told = new Set(news?.shown.map(({ row }) => row.id))
  const notes = news && newest?.filter((note) => !told.has(note.id)).slice(0, most)
  if (!notes?.length) return null
  return (
    <Section title={t('notes.newest')}>
      <NoteRows notes={notes} />
    </Section>
  )
}

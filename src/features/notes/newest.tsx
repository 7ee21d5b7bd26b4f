import type { JSX } from 'preact'
import { newestOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { newestNews, newsOnStart } from '../../db/news.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

const most = 3

/** The newest notes without those that stand among Start's news already. */
async function newestBesidesNews(open: Open): Promise<Row[]> {
  const news = new Set((await newestNews(open)).shown.map(({ row }) => row.id))
  const notes = await newestOf(open.notebook, 'note', most + newsOnStart)
  return notes.filter((note) => !news.has(note.id)).slice(0, most)
}

/** The three newest notes, on Start. */
export function NewestNotes(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const notes = useLive(() => newestBesidesNews(open), [open])
  if (!notes?.length) return null
  return (
    <Section title={t('notes.newest')}>
      <NoteRows notes={notes} />
    </Section>
  )
}

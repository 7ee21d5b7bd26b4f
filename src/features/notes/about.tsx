import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NoteCard } from './card.tsx'
import { NoteRows } from './rows.tsx'

/** So many are read at one go; more are a list to choose from. */
const mostCards = 3

/** The notes about a record, on its page, the newest first. */
export function NotesAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const notes = rows.filter((row) => row.kind === 'note').sort((a, b) => (a.sort < b.sort ? 1 : -1))
  if (notes.length === 0 && !mayWrite) return null
  return (
    <Section title={t('notes.title')}>
      <div class="stack tight">
        {notes.length <= mostCards && notes.map((note) => <NoteCard key={note.id} note={note} />)}
        {notes.length > mostCards && <NoteRows notes={notes} />}
        <LinkButton writes icon="notebook-pen" to={href(`/notes/new/${id}`)}>
          {t('notes.write')}
        </LinkButton>
      </div>
    </Section>
  )
}

import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

/** The notes about a record, on its page. */
export function NotesAbout({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const notes = rows.filter((row) => row.kind === 'note').sort((a, b) => (a.sort < b.sort ? 1 : -1))
  return (
    <Section title={t('notes.title')}>
      <div class="stack tight">
        {notes.length > 0 && <NoteRows notes={notes} />}
        <LinkButton icon="notebook-pen" to={href(`/notes/new/${id}`)}>
          {t('notes.write')}
        </LinkButton>
      </div>
    </Section>
  )
}

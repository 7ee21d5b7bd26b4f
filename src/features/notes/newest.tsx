import type { JSX } from 'preact'
import { newestOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NoteRows } from './rows.tsx'

/** The three newest notes, on Start. */
export function NewestNotes(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const notes = useLive(() => newestOf(notebook, 'note', 3), [notebook])
  if (!notes?.length) return null
  return (
    <Section title={t('notes.newest')}>
      <NoteRows notes={notes} />
    </Section>
  )
}

import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { DocumentCards } from './card.tsx'
import { inTime } from './decades.ts'

/** What the chronicle keeps about a person, project or partnership, on its page; nothing on people's pages while there is nothing. */
export function DocumentsAbout({ id }: { id: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const kind = useLive(() => rowOf(notebook, id), [notebook, id])?.kind
  const about = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const documents = about.filter((row) => row.kind === 'document')
  const isPlace = kind === 'project' || kind === 'partnership'
  if (documents.length === 0 && !(mayWrite && isPlace)) return null
  return (
    <Section title={t('chronicle.about')}>
      <div class="stack tight">
        {documents.length > 0 && <DocumentCards documents={inTime(documents, language)} />}
        <LinkButton writes icon="camera" to={href(`/chronicle/new/${id}`)}>
          {kind === 'partnership' ? t('chronicle.addAgreement') : t('chronicle.add')}
        </LinkButton>
      </div>
    </Section>
  )
}

import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { termIn } from '../../records/kinds/term.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

function Deleted({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <>
      <p>{t('glossary.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [id])}>
        {t('glossary.restore')}
      </Button>
    </>
  )
}

function Term({ term }: { term: Row }): JSX.Element {
  const { fields } = term
  const remarks = textOf(fields, 'remarks')
  return (
    <div class="card stack tight">
      <ul class="stack tight">
        {languages.map((language) => (
          <li key={language}>
            <span class="small secondary line" lang={language}>
              {languageNames[language]}
            </span>
            <span class="line" lang={language}>
              {termIn(fields, language)}
            </span>
          </li>
        ))}
      </ul>
      {remarks && <p class="written">{remarks}</p>}
      <ItemLine id={term.id} />
    </div>
  )
}

/** One word of the glossary: what it is in each language, and what it means. */
export function TermPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const term = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!term) return null
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('glossary.deleted', { name: term.label }), () => restore(notebook, [id]))
    back('/glossary')
  }
  return (
    <Page title={t('glossary.term')} parent="/glossary" heading="own">
      <div class="page stack">
        <h1>{term.label}</h1>
        {term.list === 'bin' ? (
          <Deleted id={id} />
        ) : (
          <>
            <Term term={term} />
            <Sections id={id} without="glossary" />
            <Buttons column>
              <LinkButton writes icon="pencil" to={href(`/glossary/${id}/change`)}>
                {t('glossary.change')}
              </LinkButton>
              <Button writes danger icon="trash-2" onPress={toBin}>
                {t('glossary.delete')}
              </Button>
            </Buttons>
          </>
        )}
      </div>
    </Page>
  )
}

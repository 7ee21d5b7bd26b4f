import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

function Fields({ record, isAdding }: { record: string; isAdding: boolean }): JSX.Element | null {
  const { t } = useText()
  const [missing, setMissing] = useState(false)
  const form = useForm('term', record)
  if (!form) return null
  const { values, set } = form
  const name = textOf(values, 'name')
  const done = async (): Promise<void> => {
    if (!name.trim()) {
      setMissing(true)
      window.scrollTo(0, 0)
      return
    }
    await form.commit()
    if (isAdding) replace(`/glossary/${record}`)
    else back(`/glossary/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('glossary.name')}
        hint={t('glossary.nameHint')}
        value={name}
        message={missing && !name.trim() ? t('glossary.nameMissing') : undefined}
        onInput={(value) => set('name', value)}
      />
      <fieldset class="stack tight">
        <legend class="label">{t('glossary.otherwise')}</legend>
        {languages.map((language) => (
          <TextField
            key={language}
            label={languageNames[language]}
            optional
            lang={language}
            value={textOf(values, `forms/${language}`)}
            onInput={(value) => set(`forms/${language}`, value || null)}
          />
        ))}
      </fieldset>
      <TextArea
        label={t('glossary.remarks')}
        optional
        most={2000}
        value={textOf(values, 'remarks')}
        onInput={(value) => set('remarks', value)}
      />
      <FormEnd state={form.state} done={t('glossary.done')} onDone={done} />
    </form>
  )
}

/** Adds or changes a word of the glossary. */
export function TermForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  return (
    <Page
      title={params.id ? t('glossary.change') : t('glossary.add')}
      parent={params.id ? `/glossary/${params.id}` : '/glossary'}
    >
      <Fields key={params.id} record={params.id ?? fresh} isAdding={!params.id} />
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { WhenField } from '../../ui/datefield.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { findAbout, useAbout, useNameAbout } from './find-about.ts'

function AboutPicker({ about, onPick }: { about: string; onPick: (id: string) => void }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const nameAbout = useNameAbout()
  const chosen = useAbout(about)
  const words = chosen && [...new Set([chosen.name, chosen.kindWord])].filter(Boolean).join(', ')
  return (
    <Picker
      label={t('notes.about')}
      chosen={words || t('notes.general')}
      changeText={about ? t('notes.aboutOther') : t('notes.chooseAbout')}
      clearText={about ? t('notes.general') : undefined}
      searchText={t('notes.searchAbout')}
      find={async (query) =>
        (await findAbout(notebook, query)).map((row) => {
          const { name, kindWord } = nameAbout(row)
          return { id: row.id, label: name, ...(name === kindWord ? {} : { hint: kindWord }) }
        })
      }
      onPick={onPick}
    />
  )
}

type FormProps = { record: string; isAdding: boolean; about: string; author: string }

function Fields({ record, isAdding, about, author }: FormProps): JSX.Element | null {
  const { t, language } = useText()
  const [begun] = useState(() => new Date())
  const now = today(begun)
  const [missing, setMissing] = useState(false)
  const form = useForm('note', record, {
    text: '',
    date: now,
    writtenAt: begun.toISOString(),
    author,
    language,
    about,
  })
  if (!form) return null
  const { values, set } = form
  const text = textOf(values, 'text')
  const done = async (): Promise<void> => {
    if (!text.trim()) return setMissing(true)
    await form.commit()
    if (isAdding) replace(`/notes/${record}`)
    else back(`/notes/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t('notes.text')}
        hint={t('notes.dictate')}
        message={missing && !text.trim() ? t('notes.textMissing') : undefined}
        value={text}
        lang={textOf(values, 'language')}
        onInput={(value) => set('text', value)}
      />
      <AboutPicker about={textOf(values, 'about')} onPick={(id) => set('about', id)} />
      <WhenField
        legend={t('notes.when')}
        value={textOf(values, 'date')}
        onChange={(date) => set('date', date)}
        today={now}
      />
      <Choices
        legend={t('notes.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <TextField
        label={t('notes.author')}
        optional
        value={textOf(values, 'author')}
        autocomplete="name"
        onInput={(value) => set('author', value)}
      />
      <FormEnd state={form.state} done={t('notes.done')} onDone={done} />
    </form>
  )
}

/** Writes or changes a note. */
export function NoteForm({ params }: { params: { id?: string; about?: string } }): JSX.Element {
  const { t } = useText()
  const { device } = useOpen()
  const [fresh] = useState(newId)
  const settings = useLive(() => readSettings(device), [device])
  const about = useAbout(params.about ?? '')
  const parent = about?.path ?? '/notes/general'
  return (
    <Page
      title={params.id ? t('notes.change') : t('notes.write')}
      parent={params.id ? `/notes/${params.id}` : parent}
    >
      {settings && (
        <Fields
          key={params.id}
          record={params.id ?? fresh}
          isAdding={!params.id}
          about={params.about ?? ''}
          author={settings.myName}
        />
      )}
    </Page>
  )
}

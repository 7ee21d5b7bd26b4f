import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { pagesOf } from '../../db/pages.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { documentTypes } from '../../records/kinds/document.ts'
import { newId } from '../../shared/ids.ts'
import { languageNames, languages } from '../../shared/language.ts'
import type { Fields as Values } from '../../shared/value.ts'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { RoughDateField } from '../../ui/rough-date.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { PartnershipPart, PeoplePart, ProjectPart, TownPart } from './belongs.tsx'
import { PagesField } from './pages-field.tsx'
import { typeKeys } from './types.ts'

function TextPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <>
      <TextArea
        label={t('chronicle.text')}
        optional
        hint={t('chronicle.dictate')}
        value={textOf(values, 'text')}
        lang={textOf(values, 'language')}
        onInput={(value) => set('text', value)}
      />
      <Choices
        legend={t('chronicle.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
    </>
  )
}

function TypeChoice({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  return (
    <Choices
      legend={t('chronicle.type.legend')}
      beside="wide"
      value={documentTypes.find((one) => one === form.values['type'])}
      onChoose={(one) => form.set('type', one)}
      choices={documentTypes.map((one) => ({ value: one, label: t(typeKeys[one]) }))}
    />
  )
}

type FieldsProps = { record: string; isAdding: boolean; initial: Values }

function Fields({ record, isAdding, initial }: FieldsProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [begun] = useState(() => new Date())
  const [isWholeDate, setWholeDate] = useState(true)
  const [refused, setRefused] = useState(0)
  const [isEmpty, setEmpty] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const form = useForm('document', record, { writtenAt: begun.toISOString(), ...initial })
  useEffect(() => {
    if (refused > 0) element.current?.querySelector('.message')?.scrollIntoView({ block: 'center' })
  }, [refused])
  if (!form) return null
  const { values, set } = form
  const title = textOf(values, 'title')
  const done = async (): Promise<void> => {
    const isNothing = !title.trim() && (await pagesOf(notebook, record)).length === 0
    setEmpty(isNothing)
    if (isNothing || !isWholeDate) return setRefused(refused + 1)
    await form.commit()
    if (isAdding) replace(`/chronicle/${record}`)
    else back(`/chronicle/${record}`)
  }
  // Back from the text size or the help leads here again, with everything that was taken so far.
  const taken = (): void => {
    setEmpty(false)
    if (isAdding) replace(`/chronicle/${record}/change`)
  }
  return (
    <form class="page stack" ref={element} onSubmit={(event) => event.preventDefault()}>
      <PagesField form={form} onTaken={taken} />
      <TextField
        label={t('chronicle.titleField')}
        hint={t('chronicle.titleHint')}
        message={isEmpty && !title.trim() ? t('chronicle.nothingYet') : undefined}
        value={title}
        lang={textOf(values, 'language')}
        onInput={(value) => set('title', value)}
      />
      <TypeChoice form={form} />
      <RoughDateField
        legend={t('chronicle.when')}
        value={textOf(values, 'date')}
        onChange={(date, isWhole) => {
          set('date', date)
          setWholeDate(isWhole)
        }}
        today={today(begun)}
        isWrong={refused > 0 && !isWholeDate}
      />
      <PeoplePart form={form} />
      <TownPart form={form} />
      <PartnershipPart form={form} />
      <ProjectPart form={form} />
      <TextPart form={form} />
      <FormEnd state={form.state} done={t('chronicle.done')} onDone={done} />
    </form>
  )
}

/** What a new document belongs to when it was begun on the page of a person, project or partnership. */
function belongingTo(about: Row | undefined): Values {
  if (about?.kind === 'project') return { project: about.id }
  if (about?.kind === 'partnership') return { partnership: about.id, type: 'agreement' }
  return about?.kind === 'person' ? { [`people/${about.id}`]: true } : {}
}

/** Puts a paper into the chronicle or changes what is known of it, on one page. */
export function DocumentForm({ params }: { params: { id?: string; about?: string } }): JSX.Element {
  const { t, language } = useText()
  const { device, notebook } = useOpen()
  const [fresh] = useState(newId)
  const { id, about = '' } = params
  const settings = useLive(() => readSettings(device), [device])
  const owner = useLive(async () => ({ row: await rowOf(notebook, about) }), [notebook, about])
  // With its first page a new one gets an address of its own; it stays a new one until it is done.
  const isAdding = !id || id === fresh
  return (
    <Page
      title={isAdding ? t('chronicle.add') : t('chronicle.change')}
      parent={isAdding ? '/chronicle' : `/chronicle/${id}`}
    >
      {settings && owner && (
        <Fields
          key={id ?? fresh}
          record={id ?? fresh}
          isAdding={isAdding}
          initial={{ language, author: settings.myName, ...belongingTo(owner.row) }}
        />
      )}
    </Page>
  )
}

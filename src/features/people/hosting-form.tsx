import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { smokingAnswers } from '../../records/kinds/hosting.ts'
import { newId } from '../../shared/ids.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { hostingOf, smokingKeys } from './hosting.tsx'

const digits = (text: string): string => text.replace(/\D/g, '')

function Fields({ record, person }: { record: string; person: string }): JSX.Element | null {
  const { t } = useText()
  const form = useForm('hosting', record, { person })
  if (!form) return null
  const { values, set } = form
  const done = async (): Promise<void> => {
    await form.commit()
    back(`/people/${person}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <p>{t('people.hostingHint')}</p>
      <TextField
        label={t('people.roomsField')}
        optional
        inputMode="numeric"
        most={2}
        value={textOf(values, 'rooms')}
        onInput={(value) => set('rooms', digits(value))}
      />
      <TextField
        label={t('people.bedsField')}
        optional
        inputMode="numeric"
        most={2}
        value={textOf(values, 'beds')}
        onInput={(value) => set('beds', digits(value))}
      />
      <TextField
        label={t('people.pets')}
        optional
        value={textOf(values, 'pets')}
        onInput={(value) => set('pets', value)}
      />
      <Choices
        legend={t('people.smoking.legend')}
        value={smokingAnswers.find((answer) => answer === values['smoking'])}
        onChoose={(answer) => set('smoking', answer)}
        choices={smokingAnswers.map((answer) => ({ value: answer, label: t(smokingKeys[answer]) }))}
      />
      <TextField
        label={t('people.diet')}
        optional
        value={textOf(values, 'diet')}
        onInput={(value) => set('diet', value)}
      />
      <TextArea
        label={t('people.remarks')}
        optional
        most={4000}
        value={textOf(values, 'remarks')}
        onInput={(value) => set('remarks', value)}
      />
      <FormEnd state={form.state} done={t('people.done')} onDone={done} />
    </form>
  )
}

/** What a person offers as a host; a record of its own. */
export function HostingForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const person = params.id ?? ''
  const [fresh] = useState(newId)
  const rows = useLive(() => hostingOf(notebook, person), [notebook, person])
  const [record, setRecord] = useState<string>()
  if (rows && !record) setRecord(rows[0]?.id ?? fresh)
  return (
    <Page title={t('people.asHost')} parent={`/people/${person}`}>
      {record && <Fields key={record} record={record} person={person} />}
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { uses } from '../../shared/uses.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { wordsOfUse } from '../../ui/use-words.ts'

type PersonPickerProps = { form: Form; field: 'owner' | 'deputy'; label: string }

function PersonPicker({ form, field, label }: PersonPickerProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const id = textOf(form.values, field)
  const person = useLive(async () => (id ? rowOf(notebook, id) : undefined), [notebook, id])
  return (
    <Picker
      label={label}
      chosen={person?.label || t('channels.nobody')}
      changeText={id ? t('channels.otherPerson') : t('channels.choosePerson')}
      clearText={id ? t('channels.nobody') : undefined}
      searchText={t('channels.searchName')}
      find={(query) => findByName(notebook, ['person'], query)}
      onPick={(picked) => form.set(field, picked)}
    />
  )
}

function Fields({ record, isAdding }: { record: string; isAdding: boolean }): JSX.Element | null {
  const { t } = useText()
  const [missing, setMissing] = useState(false)
  const form = useForm('channel', record)
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
    if (isAdding) replace(`/channels/${record}`)
    else back(`/channels/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('channels.name')}
        hint={t('channels.nameHint')}
        message={missing && !name.trim() ? t('channels.nameMissing') : undefined}
        value={name}
        onInput={(value) => set('name', value)}
      />
      <TextField
        label={t('channels.address')}
        optional
        value={textOf(values, 'address')}
        onInput={(value) => set('address', value)}
      />
      <Choices
        legend={t('channels.use')}
        value={uses.find((use) => use === values['use'])}
        onChoose={(use) => set('use', use)}
        choices={uses.map((use) => ({ value: use, label: t(wordsOfUse[use]) }))}
      />
      <PersonPicker form={form} field="owner" label={t('channels.owner')} />
      <PersonPicker form={form} field="deputy" label={t('channels.deputy')} />
      <TextArea
        label={t('channels.access')}
        hint={t('channels.accessHint')}
        optional
        most={1000}
        value={textOf(values, 'access')}
        onInput={(value) => set('access', value)}
      />
      <FormEnd state={form.state} done={t('channels.done')} onDone={done} />
    </form>
  )
}

/** Adds or changes a channel, on one page. */
export function ChannelForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  return (
    <Page
      title={params.id ? t('channels.changeTitle') : t('channels.add')}
      parent={params.id ? `/channels/${params.id}` : '/channels'}
    >
      <Fields key={params.id} record={params.id ?? fresh} isAdding={!params.id} />
    </Page>
  )
}

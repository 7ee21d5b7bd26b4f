import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { groupTypes } from '../../records/kinds/group.ts'
import { newId } from '../../shared/ids.ts'
import { Choices } from '../../ui/choices.tsx'
import { EmailsField, PhonesField } from '../../ui/entries.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { typeKeys } from './types.ts'

function Fields({ record, isAdding }: { record: string; isAdding: boolean }): JSX.Element | null {
  const { t } = useText()
  const [missing, setMissing] = useState(false)
  const form = useForm('group', record, { type: 'association' })
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
    if (isAdding) replace(`/groups/${record}`)
    else back(`/groups/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('groups.name')}
        value={name}
        message={missing && !name.trim() ? t('groups.nameMissing') : undefined}
        onInput={(value) => set('name', value)}
      />
      <Choices
        legend={t('groups.type.legend')}
        beside="wide"
        value={groupTypes.find((type) => type === values['type'])}
        onChoose={(type) => set('type', type)}
        choices={groupTypes.map((type) => ({ value: type, label: t(typeKeys[type]) }))}
      />
      <TextField
        label={t('groups.town')}
        optional
        value={textOf(values, 'town')}
        onInput={(value) => set('town', value)}
      />
      <PhonesField values={values} set={set} />
      <EmailsField values={values} set={set} />
      <TextArea
        label={t('groups.address')}
        optional
        most={1000}
        value={textOf(values, 'address')}
        onInput={(value) => set('address', value)}
      />
      <TextArea
        label={t('groups.remarks')}
        optional
        most={8000}
        value={textOf(values, 'remarks')}
        onInput={(value) => set('remarks', value)}
      />
      <FormEnd state={form.state} done={t('groups.done')} onDone={done} />
    </form>
  )
}

/** Adds or changes a group. */
export function GroupForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  return (
    <Page
      title={params.id ? t('groups.change') : t('groups.add')}
      parent={params.id ? `/groups/${params.id}` : '/groups'}
    >
      <Fields key={params.id} record={params.id ?? fresh} isAdding={!params.id} />
    </Page>
  )
}

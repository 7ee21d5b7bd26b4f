import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { nameAnew } from '../../db/name-links.ts'
import { placeFinder } from '../../db/places/find.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { Tick } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { TownPlace } from '../../ui/place/town-place.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useTries } from '../../ui/tries.ts'
import { NamesPart } from './names-part.tsx'
import { PhotoPart } from './photo-part.tsx'

function Fields({ record, isAdding }: { record: string; isAdding: boolean }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const tries = useTries()
  const form = useForm('town', record)
  if (!form) return null
  const { values, set } = form
  const isNameless = !textOf(values, 'name').trim()
  const done = async (): Promise<void> => {
    if (isNameless) return tries.refuse()
    await form.commit()
    await nameAnew(notebook, record)
    if (isAdding) replace(`/towns/${record}`)
    else back(`/towns/${record}`)
  }
  return (
    <form class="page stack" ref={tries.form} onSubmit={(event) => event.preventDefault()}>
      <TownPlace
        legend={t('towns.name')}
        message={tries.isTried && isNameless ? t('towns.nameMissing') : undefined}
        values={values}
        onChange={(fields) => {
          for (const [field, value] of Object.entries(fields)) set(field, value)
        }}
        finder={placeFinder}
      />
      <Tick
        label={t('towns.isOurs')}
        ticked={values['isOurs'] === true}
        onTick={(isOurs) => set('isOurs', isOurs)}
      />
      <NamesPart form={form} />
      <TextArea
        label={t('towns.remarks')}
        optional
        most={8000}
        value={textOf(values, 'remarks')}
        onInput={(remarks) => set('remarks', remarks)}
      />
      <PhotoPart form={form} />
      <FormEnd state={form.state} done={t('towns.done')} onDone={done} />
    </form>
  )
}

/** Writes down a town or changes it. */
export function TownForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  const { id } = params
  return (
    <Page title={id ? t('towns.change') : t('towns.add')} parent={id ? `/towns/${id}` : '/towns'}>
      <Fields key={id} record={id ?? fresh} isAdding={!id} />
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { nameParts } from '../../records/kinds/person.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { DateField } from '../../ui/datefield.tsx'
import { EmailsField, PhonesField } from '../../ui/entries.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { AgreedFields, type PartProps } from './agreed.tsx'
import { NameFields } from './name-fields.tsx'
import { GroupTicks, LanguageTicks } from './ticks.tsx'

function PhotoPart({ form }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const photo = textOf(form.values, 'photo')
  const url = usePhoto(photo)
  const name = nameParts(form.values)
    .map((part) => part.text)
    .join(' ')
  return (
    <div class="stack tight">
      <h2>{t('people.photo')}</h2>
      {url && <Portrait big initials={initialsOf(name)} url={url} alt={t('people.photoOf', { name })} />}
      <PhotoField
        onPhoto={async (shrunk) => form.set('photo', await addPhoto(notebook, shrunk, form.record))}
      />
      {photo && (
        <Button icon="x" onPress={() => form.set('photo', '')}>
          {t('people.noPhoto')}
        </Button>
      )}
    </div>
  )
}

function DaysPart({ form, now }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <>
      <DateField
        legend={t('people.birthday')}
        year="may-lack-year"
        value={textOf(values, 'birthday')}
        onChange={(date) => set('birthday', date)}
        today={now}
      />
      <DateField
        legend={t('people.nameDay')}
        year="no-year"
        value={textOf(values, 'nameDay')}
        onChange={(date) => set('nameDay', date)}
        today={now}
      />
    </>
  )
}

/** What most people need seldom; shown at once where something of it is filled in already. */
function MorePart({ form, now }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <>
      <TextArea
        label={t('people.address')}
        optional
        most={1000}
        value={textOf(values, 'address')}
        onInput={(value) => set('address', value)}
      />
      <GroupTicks form={form} />
      <LanguageTicks form={form} />
      <DaysPart form={form} now={now} />
      <PhotoPart form={form} now={now} />
      <AgreedFields form={form} now={now} />
      <TextArea
        label={t('people.remarks')}
        optional
        most={8000}
        value={textOf(values, 'remarks')}
        onInput={(value) => set('remarks', value)}
      />
    </>
  )
}

type FieldsProps = { record: string; isAdding: boolean; group: string | undefined }

function Fields({ record, isAdding, group }: FieldsProps): JSX.Element | null {
  const { t, language } = useText()
  const [now] = useState(() => today(new Date()))
  const [missing, setMissing] = useState(false)
  const [more, setMore] = useState(!isAdding)
  const form = useForm('person', record, {
    familyFirst: language === 'hu',
    ...(group ? { [`groups/${group}`]: true } : {}),
  })
  if (!form) return null
  const { values, set } = form
  const done = async (): Promise<void> => {
    if (nameParts(values).length === 0) {
      setMissing(true)
      window.scrollTo(0, 0)
      return
    }
    await form.commit()
    if (isAdding) replace(`/people/${record}`)
    else back(`/people/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <NameFields form={form} isMissing={missing} />
      <PhonesField values={values} set={set} />
      <EmailsField values={values} set={set} />
      <TextField
        label={t('people.role')}
        optional
        value={textOf(values, 'role')}
        onInput={(value) => set('role', value)}
      />
      <TextField
        label={t('people.town')}
        optional
        value={textOf(values, 'town')}
        onInput={(value) => set('town', value)}
      />
      {more ? (
        <MorePart form={form} now={now} />
      ) : (
        <Button icon="list" onPress={() => setMore(true)}>
          {t('people.enterMore')}
        </Button>
      )}
      <FormEnd state={form.state} done={t('people.done')} onDone={done} />
    </form>
  )
}

/** Adds or changes a person, on one page. */
export function PersonForm({ params }: { params: { id?: string; group?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  return (
    <Page
      title={params.id ? t('people.change') : t('people.add')}
      parent={params.id ? `/people/${params.id}` : '/people'}
    >
      <Fields key={params.id} record={params.id ?? fresh} isAdding={!params.id} group={params.group} />
    </Page>
  )
}

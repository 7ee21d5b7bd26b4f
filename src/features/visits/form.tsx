import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { visitTypes } from '../../records/kinds/visit.ts'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { WhenField } from '../../ui/datefield.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { MoreFields } from './more-fields.tsx'
import { PeopleFields, TownPart } from './who-fields.tsx'
import { typeKeys, typeOf } from './words.ts'

function Fields({ visit }: { visit: string }): JSX.Element | null {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const form = useForm('visit', visit)
  if (!form) return null
  const { values, set } = form
  const done = async (): Promise<void> => {
    await form.commit()
    back(`/visits/${visit}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <Choices
        legend={t('visits.kindName')}
        beside="wide"
        value={typeOf(values)}
        onChoose={(type) => set('type', type)}
        choices={visitTypes.map((type) => ({ value: type, label: t(typeKeys[type]) }))}
      />
      <WhenField
        legend={t('visits.askWhen')}
        value={textOf(values, 'date')}
        onChange={(date) => set('date', date)}
        today={now}
      />
      <PeopleFields values={values} set={set} />
      <TownPart values={values} set={set} />
      <TextArea
        label={t('visits.askWhat')}
        optional
        hint={t('visits.dictate')}
        value={textOf(values, 'story')}
        lang={textOf(values, 'language')}
        onInput={(story) => set('story', story)}
      />
      <MoreFields values={values} set={set} />
      <FormEnd state={form.state} done={t('visits.done')} onDone={done} />
    </form>
  )
}

/** Changes a visit, on one page. */
export function VisitForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const id = params.id ?? ''
  return (
    <Page title={t('visits.changeVisit')} parent={`/visits/${id}`}>
      <Fields key={id} visit={id} />
    </Page>
  )
}

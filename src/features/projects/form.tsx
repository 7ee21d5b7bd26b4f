import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { knownTowns } from '../../db/towns.ts'
import { textOf } from '../../records/fields.ts'
import { usualCurrency } from '../../shared/amount.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { TownField } from '../../ui/townfield.tsx'
import { DaysFields, endsTooEarly } from './days-fields.tsx'
import { MoneyFields, useMoney, type Money } from './money.tsx'
import { PhotoPart } from './photo-part.tsx'
import { lacksReason, StateFields } from './state-fields.tsx'
import { useTries } from '../../ui/tries.ts'
import { GroupTicks, PeopleField } from './who-fields.tsx'

type MoreProps = { form: Form; money: Money; isTried: boolean }

/** What many projects do without; shown at once where there is something to change. */
function MorePart({ form, money, isTried }: MoreProps): JSX.Element {
  const { t } = useText()
  return (
    <>
      <TextField
        label={t('projects.audience')}
        optional
        value={textOf(form.values, 'audience')}
        onInput={(value) => form.set('audience', value)}
      />
      <GroupTicks form={form} />
      <MoneyFields form={form} money={money} isTried={isTried} />
      <PhotoPart form={form} />
    </>
  )
}

type InsideProps = { form: Form; towns: readonly string[]; isAdding: boolean }

function Inside({ form, towns, isAdding }: InsideProps): JSX.Element {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const [more, setMore] = useState(!isAdding)
  const money = useMoney(form)
  const tries = useTries()
  const { isTried } = tries
  const { values, set, record } = form
  const isNameless = !textOf(values, 'title').trim()
  const done = async (): Promise<void> => {
    const isWrong = money.isWrong('planned') || money.isWrong('actual')
    if (isNameless || lacksReason(values) || endsTooEarly(values) || isWrong) return tries.refuse()
    await form.commit()
    if (isAdding) replace(`/projects/${record}`)
    else back(`/projects/${record}`)
  }
  return (
    <form class="page stack" ref={tries.form} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('projects.name')}
        value={textOf(values, 'title')}
        message={isTried && isNameless ? t('projects.nameMissing') : undefined}
        onInput={(value) => set('title', value)}
      />
      <StateFields form={form} now={now} isTried={isTried} />
      <TownField
        legend={t('projects.town')}
        value={textOf(values, 'town')}
        onChoose={(town) => set('town', town)}
        towns={towns}
      />
      <TextArea
        label={t('projects.goal')}
        optional
        most={4000}
        value={textOf(values, 'goal')}
        onInput={(value) => set('goal', value)}
      />
      <DaysFields form={form} now={now} isTried={isTried} />
      <PeopleField form={form} />
      {more ? (
        <MorePart form={form} money={money} isTried={isTried} />
      ) : (
        <Button icon="list" onPress={() => setMore(true)}>
          {t('projects.enterMore')}
        </Button>
      )}
      <FormEnd state={form.state} done={t('projects.done')} onDone={done} />
    </form>
  )
}

function Fields({ record, isAdding }: { record: string; isAdding: boolean }): JSX.Element | null {
  const { language } = useText()
  const notebook = useNotebook()
  const form = useForm('project', record, { state: 'idea', currency: usualCurrency[language] })
  const towns = useLive(() => knownTowns(notebook), [notebook])
  return form && towns ? <Inside form={form} towns={towns} isAdding={isAdding} /> : null
}

/** Adds or changes a project, on one page. */
export function ProjectForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const [fresh] = useState(newId)
  return (
    <Page
      title={params.id ? t('projects.change') : t('projects.add')}
      parent={params.id ? `/projects/${params.id}` : '/projects'}
    >
      <Fields key={params.id} record={params.id ?? fresh} isAdding={!params.id} />
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { partnershipStates, partnershipTypes, stateOf, typeOf } from '../../records/kinds/partnership.ts'
import { newId } from '../../shared/ids.ts'
import type { Fields as Values } from '../../shared/value.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { Page } from '../../ui/page.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useTries } from '../../ui/tries.ts'
import { DatesPart, dropBlankDates } from './dates-part.tsx'
import { MorePart } from './more-part.tsx'
import { SidePart, sideName, takeKnown, type SideForms } from './sides-part.tsx'

function KindPart({ form }: Pick<SideForms, 'form'>): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const state = stateOf(values)
  return (
    <>
      <Choices
        legend={t('partnerships.type')}
        beside="wide"
        value={typeOf(values)}
        onChoose={(type) => set('type', type)}
        choices={partnershipTypes.map((type) => ({ value: type, label: t(linkTypeKeys[type]) }))}
      />
      <Choices
        legend={t('partnerships.state')}
        beside="wide"
        value={state}
        onChoose={(one) => set('state', one)}
        choices={partnershipStates.map((one) => ({ value: one, label: t(linkStateKeys[one]) }))}
      />
      {(state === 'resting' || state === 'ended') && (
        <TextArea
          label={t('partnerships.why')}
          optional
          most={2000}
          value={textOf(values, 'stateWhy')}
          onInput={(why) => set('stateWhy', why)}
        />
      )}
    </>
  )
}

/** The partner's town among those that are known: not one of ours, nor one that has a partnership already. */
function partnerChoices({ form, towns }: SideForms, taken: ReadonlySet<string>): Row[] {
  const chosen = textOf(form.values, 'there')
  return towns.filter(({ id, fields }) => id === chosen || (fields['isOurs'] !== true && !taken.has(id)))
}

type InsideProps = { forms: SideForms; taken: ReadonlySet<string>; isAdding: boolean }

function Inside({ forms, taken, isAdding }: InsideProps): JSX.Element {
  const { t } = useText()
  const { form, fresh, towns } = forms
  const [now] = useState(() => today(new Date()))
  const [more, setMore] = useState(!isAdding)
  const [partial, setPartial] = useState<ReadonlySet<string>>(new Set())
  const tries = useTries()
  const { isTried } = tries
  const names = { here: sideName(forms, 'here'), there: sideName(forms, 'there') }
  // What is being written down now lies there already once the page was hidden.
  const known = towns.filter(({ id }) => id !== fresh.here.record && id !== fresh.there.record)
  const ours = known.filter(
    ({ id, fields }) => fields['isOurs'] === true || id === textOf(form.values, 'here'),
  )
  const done = async (): Promise<void> => {
    if (!names.here || !names.there || partial.size > 0) return tries.refuse()
    dropBlankDates(form)
    takeKnown(forms, known)
    for (const one of [fresh.here, fresh.there, form]) await one.commit()
    if (isAdding) replace(`/partnerships/${form.record}`)
    else back(`/partnerships/${form.record}`)
  }
  return (
    <form class="page stack" ref={tries.form} onSubmit={(event) => event.preventDefault()}>
      <SidePart
        forms={forms}
        side="here"
        towns={ours}
        legend={t('partnerships.ourTown')}
        newLabel={t('partnerships.ourTown')}
        message={isTried && !names.here ? t('partnerships.ourTownMissing') : undefined}
      />
      <SidePart
        forms={forms}
        side="there"
        towns={partnerChoices({ ...forms, towns: known }, taken)}
        legend={t('partnerships.theirTown')}
        newLabel={t('partnerships.theirTownName')}
        message={isTried && !names.there ? t('partnerships.theirTownMissing') : undefined}
      />
      <KindPart form={form} />
      <DatesPart
        form={form}
        sides={names}
        today={now}
        partial={partial}
        onPartial={setPartial}
        isTried={isTried}
      />
      {more ? (
        <MorePart form={form} sides={names} />
      ) : (
        <Button icon="list" onPress={() => setMore(true)}>
          {t('partnerships.enterMore')}
        </Button>
      )}
      <FormEnd state={form.state} done={t('partnerships.done')} onDone={done} />
    </form>
  )
}

type FieldsProps = {
  record: string
  isAdding: boolean
  towns: readonly Row[]
  links: readonly Row[]
  town: string
}

function Fields({ record, isAdding, towns, links, town }: FieldsProps): JSX.Element | null {
  const { language } = useText()
  const [ids] = useState(() => ({ here: newId(), there: newId() }))
  const [ours] = useState(() => towns.filter(({ fields }) => fields['isOurs'] === true))
  const [theirs] = useState(() => towns.find(({ id }) => id === town))
  const names = [ours[0]?.label, theirs?.label].filter(Boolean)
  const initial: Values = { type: 'partnership', state: 'active', language, name: names.join(' – ') }
  const form = useForm('partnership', record, {
    ...initial,
    here: ours[0]?.id ?? '',
    there: theirs?.id ?? '',
  })
  const here = useForm('town', ids.here, { isOurs: true })
  const there = useForm('town', ids.there)
  if (!form || !here || !there) return null
  // On either side: of the links of other towns nobody means one, and they may be a hundred.
  const ends = ({ fields }: Row): string[] => [textOf(fields, 'here'), textOf(fields, 'there')]
  const taken = new Set(links.filter(({ id }) => id !== record).flatMap(ends))
  return <Inside forms={{ form, fresh: { here, there }, towns }} taken={taken} isAdding={isAdding} />
}

/** Writes down a partnership or changes it, on one page. */
export function PartnershipForm({ params }: { params: { id?: string; town?: string } }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [fresh] = useState(newId)
  const { id, town = '' } = params
  const known = useLive(
    async () => ({ towns: await listOf(notebook, 'town'), links: await listOf(notebook, 'partnership') }),
    [notebook],
  )
  return (
    <Page
      title={id ? t('partnerships.change') : t('partnerships.add')}
      parent={id ? `/partnerships/${id}` : '/towns'}
    >
      {known && <Fields key={id} record={id ?? fresh} isAdding={!id} town={town} {...known} />}
    </Page>
  )
}

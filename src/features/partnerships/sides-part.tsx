import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { isNamed, keysOfTown } from '../../db/town-keys.ts'
import { placeFinder } from '../../db/places/find.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { pointOf } from '../../records/kinds/town.ts'
import type { Fields } from '../../shared/value.ts'
import { Choices } from '../../ui/choices.tsx'
import { fieldsAt, TownPlace } from '../../ui/place/town-place.tsx'
import { useText } from '../../ui/text.ts'

type Side = 'here' | 'there'

export type SideForms = {
  readonly form: Form
  /** A town that isn't known yet, for each side: it becomes a record of its own. */
  readonly fresh: { readonly [side in Side]: Form }
  /** The towns that are known. */
  readonly towns: readonly Row[]
}

/** What a side's town is called, known or just being written down; '' for none. */
export function sideName(
  { form, fresh, towns }: SideForms,
  side: Side,
  id = textOf(form.values, side),
): string {
  if (!id) return ''
  const typed = id === fresh[side].record ? textOf(fresh[side].values, 'name') : ''
  return (typed || towns.find((town) => town.id === id)?.label || '').trim()
}

/** Sets a side, and with it what the partnership is called. */
function setSide(forms: SideForms, side: Side, id: string, name: string): void {
  const other = side === 'here' ? 'there' : 'here'
  const names = { [side]: name, [other]: sideName(forms, other) }
  forms.form.set(side, id)
  forms.form.set('name', [names['here'], names['there']].filter(Boolean).join(' – '))
}

type NewTownProps = { forms: SideForms; side: Side; label: string; message: string | undefined }

function NewTown({ forms, side, label, message }: NewTownProps): JSX.Element {
  const { record, values, set } = forms.fresh[side]
  const change = (fields: Fields): void => {
    for (const [field, value] of Object.entries(fields)) set(field, value)
    const name = textOf(fields, 'name').trim()
    setSide(forms, side, name ? record : '', name)
  }
  return (
    <TownPlace
      legend={label}
      message={message}
      values={values}
      onChange={change}
      finder={placeFinder}
      isNear={side === 'here'}
    />
  )
}

/** What was typed of a town that is not meant after all would become a town nobody wanted. */
function forget({ fresh }: SideForms, side: Side): void {
  for (const [field, value] of Object.entries(fieldsAt(undefined))) fresh[side].set(field, value)
}

/** Degrees within which two places of one name are the same: there are many Neustadts. */
const near = 0.2

/** Whether two records may be of one place, as far as both say where it is. */
function mayBeThere(one: Fields, two: Fields): boolean {
  const [here, there] = [pointOf(one), pointOf(two)]
  if (!here || !there) return true
  return Math.abs(here.lat - there.lat) < near && Math.abs(here.lon - there.lon) < near
}

/** A town that was written down though it is known already, by any of its names: a second record of it would share nothing with it. */
export function takeKnown(forms: SideForms, known: readonly Row[]): void {
  const { form, fresh } = forms
  if (textOf(form.values, 'there') !== fresh.there.record) return
  const country = textOf(fresh.there.values, 'country')
  const name = sideName(forms, 'there')
  const same = known.find(
    ({ fields }) =>
      isNamed(name, keysOfTown(fields)) &&
      [country, ''].includes(textOf(fields, 'country')) &&
      mayBeThere(fields, fresh.there.values),
  )
  if (!same) return
  forget(forms, 'there')
  form.set('there', same.id)
}

const other = ' other'

type SideProps = {
  forms: SideForms
  side: Side
  /** The towns that can be meant. */
  towns: readonly Row[]
  legend: string
  newLabel: string
  message: string | undefined
}

/** The town of one side: a known one, or one that is written down here. */
export function SidePart({ forms, side, towns, legend, newLabel, message }: SideProps): JSX.Element {
  const { t } = useText()
  const id = textOf(forms.form.values, side)
  const [isNew, setNew] = useState(id === forms.fresh[side].record)
  const choose = (chosen: string): void => {
    setNew(chosen === other)
    if (chosen === other) return setSide(forms, side, '', '')
    forget(forms, side)
    setSide(forms, side, chosen, towns.find((town) => town.id === chosen)?.label.trim() ?? '')
  }
  if (towns.length === 0) return <NewTown forms={forms} side={side} label={newLabel} message={message} />
  return (
    <div class="stack tight">
      <Choices
        legend={legend}
        beside="wide"
        value={isNew ? other : id || undefined}
        onChoose={choose}
        choices={[
          ...towns.map((town) => ({ value: town.id, label: town.label })),
          { value: other, label: t('ui.otherTown') },
        ]}
      />
      {isNew && <NewTown forms={forms} side={side} label={newLabel} message={message} />}
      {message && !isNew && <p class="message">{message}</p>}
    </div>
  )
}

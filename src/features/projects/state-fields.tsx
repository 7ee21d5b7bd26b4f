import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { projectStates, stateOf, type ProjectState } from '../../records/kinds/project.ts'
import type { Fields } from '../../shared/value.ts'
import { Choices } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'
import { longStateKeys } from './states.ts'

/** Whether the state needs a reason and has none yet. */
export function lacksReason(values: Fields): boolean {
  const state = stateOf(values)
  if (state === 'postponed') return !textOf(values, 'postponedWhy').trim()
  return state === 'cancelled' && !textOf(values, 'cancelledWhy').trim()
}

type StateFieldsProps = { form: Form; now: string; isTried: boolean }

/** How the project stands, and what this state needs to be understood by the others. */
export function StateFields({ form, now, isTried }: StateFieldsProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const [before] = useState(() => stateOf(values))
  const state = stateOf(values)
  const isLacking = isTried && lacksReason(values)
  const choose = (chosen: ProjectState): void => {
    set('state', chosen)
    const isPostponedAnew =
      chosen === 'postponed' && before !== 'postponed' && textOf(values, 'postponedOn') !== now
    if (!isPostponedAnew) return
    // An earlier postponement had its own reason and its own date: they would be wrong for this one.
    set('postponedOn', now)
    set('postponedWhy', '')
    set('postponedTo', '')
  }
  return (
    <>
      <Choices
        legend={t('projects.state.legend')}
        beside="wide"
        value={state}
        onChoose={choose}
        choices={projectStates.map((one) => ({ value: one, label: t(longStateKeys[one]) }))}
      />
      {state === 'postponed' && (
        <>
          <TextArea
            label={t('projects.postponedWhy')}
            most={2000}
            value={textOf(values, 'postponedWhy')}
            message={isLacking ? t('projects.postponedWhyMissing') : undefined}
            onInput={(value) => set('postponedWhy', value)}
          />
          <DateField
            legend={t('projects.postponedTo')}
            value={textOf(values, 'postponedTo')}
            onChange={(date) => set('postponedTo', date)}
            today={now}
          />
        </>
      )}
      {state === 'cancelled' && (
        <TextArea
          label={t('projects.cancelledWhy')}
          most={2000}
          value={textOf(values, 'cancelledWhy')}
          message={isLacking ? t('projects.cancelledWhyMissing') : undefined}
          onInput={(value) => set('cancelledWhy', value)}
        />
      )}
    </>
  )
}

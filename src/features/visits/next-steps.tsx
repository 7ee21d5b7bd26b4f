import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { mediumDate, today } from '../../ui/dates.ts'
import { DateField } from '../../ui/datefield.tsx'
import { TextField } from '../../ui/field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { nextStepsOf, type NextStep } from './answers.ts'
import { daysAfter, monthAfter } from './days.ts'
import type { Answers } from './who-fields.tsx'

type StepProps = { step: NextStep; onChange: (part: Partial<NextStep>) => void; onRemove: () => void }

function UntilField({ step, onChange }: Pick<StepProps, 'step' | 'onChange'>): JSX.Element {
  const { t, language } = useText()
  const [now] = useState(() => today(new Date()))
  const [week, month] = [daysAfter(now, 7), monthAfter(now)]
  const [other, setOther] = useState(!['', week, month].includes(step.until))
  const chosen = other ? 'other' : step.until === week ? 'week' : step.until === month ? 'month' : 'none'
  const choose = (choice: 'week' | 'month' | 'other' | 'none'): void => {
    setOther(choice === 'other')
    if (choice !== 'other') onChange({ until: choice === 'week' ? week : choice === 'month' ? month : '' })
  }
  return (
    <>
      <Choices
        legend={t('visits.until')}
        beside="wide"
        value={chosen}
        onChoose={choose}
        choices={[
          { value: 'none', label: t('visits.noDate') },
          { value: 'week', label: t('visits.inAWeek'), hint: mediumDate(week, language) },
          { value: 'month', label: t('visits.inAMonth'), hint: mediumDate(month, language) },
          { value: 'other', label: t('visits.otherDate') },
        ]}
      />
      {other && (
        <DateField
          legend={t('visits.untilWhen')}
          value={step.until}
          onChange={(until) => onChange({ until })}
          today={now}
        />
      )}
    </>
  )
}

function StepFields({ step, onChange, onRemove }: StepProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const who = useLive(async () => (step.who ? rowOf(notebook, step.who) : undefined), [notebook, step.who])
  return (
    <div class="entry card stack">
      <TextField label={t('visits.stepText')} value={step.text} onInput={(text) => onChange({ text })} />
      <Picker
        label={t('visits.stepWho')}
        chosen={who?.label || t('visits.nobody')}
        changeText={t('visits.choosePerson')}
        clearText={step.who ? t('visits.nobody') : undefined}
        searchText={t('visits.searchPerson')}
        find={(query) => findByName(notebook, ['person'], query)}
        onPick={(id) => onChange({ who: id })}
      />
      <UntilField step={step} onChange={onChange} />
      <Button icon="x" onPress={onRemove}>
        {t('visits.removeStep')}
      </Button>
    </div>
  )
}

/** What is still to be done: each becomes a next step once the visit is finished. */
export function NextSteps({ values, set }: Answers): JSX.Element {
  const { t } = useText()
  const steps = nextStepsOf(values)
  return (
    <section class="section stack tight">
      <h2>{t('visits.askSteps')}</h2>
      {steps.map(({ id, value }) => (
        <StepFields
          key={id}
          step={value}
          onChange={(part) => set(`steps/${id}`, { ...value, ...part })}
          onRemove={() => set(`steps/${id}`, null)}
        />
      ))}
      <Button icon="plus" onPress={() => set(`steps/${newId()}`, { text: '', who: '', until: '' })}>
        {t('visits.addStep')}
      </Button>
    </section>
  )
}

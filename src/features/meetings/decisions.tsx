import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { textOf } from '../../records/fields.ts'
import { addDays } from '../../shared/day-count.ts'
import { newId } from '../../shared/ids.ts'
import { monthLater } from '../../shared/month-later.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea } from '../../ui/field.tsx'
import { nearLongDate } from '../../ui/near-date.ts'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { decisionField, decisionsOf, type Decision } from './decided.ts'

type PartProps = { decision: Decision; put: (part: Partial<Decision>) => void }

function Who({ decision, put }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { who } = decision
  const person = useLive(async () => (who ? rowOf(notebook, who) : undefined), [notebook, who])
  return (
    <Picker
      label={t('meetings.who')}
      chosen={person?.label || t('meetings.nobody')}
      changeText={t('meetings.chooseWho')}
      clearText={who ? t('meetings.nobody') : undefined}
      searchText={t('meetings.searchPerson')}
      find={(query) => findByName(notebook, ['person'], query)}
      onPick={(id) => put({ who: id })}
    />
  )
}

function Until({ decision, put }: PartProps): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [now] = useState(() => today(new Date(notebook.now())))
  const days = { week: addDays(now, 7), month: monthLater(now), none: '' }
  const same = (['week', 'month', 'none'] as const).find((one) => days[one] === decision.until)
  const [isOther, setOther] = useState(same === undefined)
  const choose = (choice: keyof typeof days | 'other'): void => {
    setOther(choice === 'other')
    if (choice !== 'other') put({ until: days[choice] })
  }
  return (
    <>
      <Choices
        legend={t('meetings.until')}
        beside="wide"
        value={isOther ? 'other' : same}
        onChoose={choose}
        choices={[
          { value: 'none', label: t('meetings.noDate') },
          { value: 'week', label: t('meetings.inAWeek'), hint: nearLongDate(days.week, now, language) },
          { value: 'month', label: t('meetings.inAMonth'), hint: nearLongDate(days.month, now, language) },
          { value: 'other', label: t('ui.date.other') },
        ]}
      />
      {isOther && (
        <DateField
          legend={t('ui.date.which')}
          value={decision.until}
          onChange={(until) => put({ until })}
          today={now}
        />
      )}
    </>
  )
}

/** Lines of the minutes, to mark one of them as a decision. */
function LinePicker({ text, onPick }: { text: string; onPick: (line: string) => void }): JSX.Element | null {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  // The first lines say what meeting it is.
  const lines = text
    .split('\n')
    .slice(2)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return null
  if (!isOpen)
    return (
      <Button icon="list" onPress={() => setOpen(true)}>
        {t('meetings.markLine')}
      </Button>
    )
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('meetings.whichLine')}</legend>
      <Buttons column>
        {lines.map((line, index) => (
          <Button
            key={index}
            icon="plus"
            onPress={() => {
              onPick(line)
              setOpen(false)
            }}
          >
            {line}
          </Button>
        ))}
        <Button icon="x" onPress={() => setOpen(false)}>
          {t('ui.close')}
        </Button>
      </Buttons>
    </fieldset>
  )
}

/** What was decided: each becomes a next step as soon as the minutes are done. */
export function Decisions({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const put =
    (id: string) =>
    (part: Partial<Decision>): void => {
      for (const name of ['text', 'who', 'until'] as const) {
        const value = part[name]
        if (value !== undefined) form.set(decisionField(id, name), value)
      }
    }
  const remove = (id: string): void => {
    for (const name of ['text', 'who', 'until'] as const) form.set(decisionField(id, name), null)
  }
  const add = (text: string): void => put(newId())({ text, who: '', until: '' })
  return (
    <section class="section stack tight">
      <h2>{t('meetings.decisions')}</h2>
      <p>{t('meetings.decisionsHint')}</p>
      {decisionsOf(form.values).map((decision) => (
        <div key={decision.id} class="entry card stack">
          <TextArea
            label={t('meetings.decision')}
            most={1000}
            value={decision.text}
            onInput={(text) => put(decision.id)({ text })}
          />
          <Who decision={decision} put={put(decision.id)} />
          <Until decision={decision} put={put(decision.id)} />
          <Button icon="x" onPress={() => remove(decision.id)}>
            {t('meetings.noDecision')}
          </Button>
        </div>
      ))}
      <Buttons column>
        <Button icon="plus" onPress={() => add('')}>
          {t('meetings.addDecision')}
        </Button>
      </Buttons>
      <LinePicker text={textOf(form.values, 'text')} onPick={add} />
    </section>
  )
}

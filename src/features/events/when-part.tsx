import type { ComponentChildren, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { useHolidays } from '../../db/holidays/use-holidays.ts'
import { textOf } from '../../records/fields.ts'
import { isDay } from '../../shared/day-count.ts'
import { Choices, Tick } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { Holidays } from '../../ui/holidays.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { TimeField } from '../../ui/timefield.tsx'
import type { Problems } from './check.ts'
import { repeatWords } from './rule-words.ts'
import { fittingRepeat, readRule, repeatsFor, ruleOf, type Repeat } from './rule.ts'

export type PartProps = { form: Form; problems: Problems; now: string }

type MessagedProps = { problem: TextKey | undefined; children: ComponentChildren }

/** A group of fields with the sentence that says what is to be put right. */
function Messaged({ problem, children }: MessagedProps): JSX.Element {
  const { t } = useText()
  return (
    <div class={problem ? 'stack tight wrong-group' : 'stack tight'}>
      {problem && (
        <p class="message" role="status">
          <Icon name="circle-alert" />
          <span>{t(problem)}</span>
        </p>
      )}
      {children}
    </div>
  )
}

type DaysProps = PartProps & {
  isAllDay: boolean
  onAllDay: (isAllDay: boolean) => void
  /** What stands in a time field is no time of day, or is one again. */
  onUnread: (field: string, isUnread: boolean) => void
}

/** The first day, the times or the whole day, and the last day of several. */
export function DaysPart({ form, problems, now, isAllDay, onAllDay, onUnread }: DaysProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const [date, endDate] = [textOf(values, 'date'), textOf(values, 'endDate')]
  const [lasts, setLasts] = useState(endDate !== '' && endDate !== date)
  const kept = useRef({ time: textOf(values, 'time'), endTime: textOf(values, 'endTime'), endDate })
  const { repeat, until } = readRule(textOf(values, 'rule'))
  const choose = (choice: 'hours' | 'allDay'): void => {
    onAllDay(choice === 'allDay')
    // Who taps to and fro finds the times again.
    if (choice === 'allDay')
      kept.current = { ...kept.current, time: textOf(values, 'time'), endTime: textOf(values, 'endTime') }
    set('time', choice === 'allDay' ? '' : kept.current.time)
    set('endTime', choice === 'allDay' ? '' : kept.current.endTime)
  }
  const put = (field: 'time' | 'endTime', time: string | undefined): void => {
    onUnread(field, time === undefined)
    set(field, time ?? '')
  }
  const putDate = (next: string): void => {
    set('date', next)
    if (repeat !== 'once' && repeat !== 'other' && isDay(next))
      set('rule', ruleOf(fittingRepeat(repeat, next), next, until))
  }
  const toggle = (on: boolean): void => {
    setLasts(on)
    if (!on) kept.current = { ...kept.current, endDate }
    set('endDate', on ? kept.current.endDate : '')
  }
  const holidays = useHolidays({ town: textOf(values, 'town'), from: date, to: lasts ? endDate : '' })
  const message = (key: TextKey | undefined): string | undefined => key && t(key)
  return (
    <>
      <Messaged problem={problems.date}>
        <DateField legend={t('events.day')} value={date} onChange={putDate} today={now} />
      </Messaged>
      <Choices
        legend={t('events.hours')}
        beside="wide"
        value={isAllDay ? 'allDay' : 'hours'}
        onChoose={choose}
        choices={[
          { value: 'hours', label: t('events.withHours') },
          { value: 'allDay', label: t('events.allDay') },
        ]}
      />
      {!isAllDay && (
        <div class="times">
          <TimeField
            label={t('events.begins')}
            value={textOf(values, 'time')}
            message={message(problems.time)}
            onChange={(time) => put('time', time)}
          />
          <TimeField
            label={t('events.ends')}
            optional
            value={textOf(values, 'endTime')}
            message={message(problems.endTime)}
            onChange={(time) => put('endTime', time)}
          />
        </div>
      )}
      <Tick label={t('events.severalDays')} ticked={lasts} onTick={toggle} />
      {lasts && (
        <Messaged problem={problems.endDate}>
          <DateField
            legend={t('events.lastDay')}
            value={endDate}
            onChange={(day) => set('endDate', day)}
            today={now}
          />
        </Messaged>
      )}
      <Holidays found={holidays} />
    </>
  )
}

/** Whether and how it comes again, in words of this very day; known once the first day is. */
export function RepeatPart({ form, problems, now }: PartProps): JSX.Element | null {
  const { t, language } = useText()
  const { values, set } = form
  const date = textOf(values, 'date')
  const rule = textOf(values, 'rule')
  const { repeat, until } = readRule(rule)
  const [foreign] = useState(repeat === 'other' ? rule : '')
  if (!isDay(date)) return null
  const choices: Repeat[] = [...repeatsFor(date), ...(foreign ? (['other'] as const) : [])]
  return (
    <div class="stack tight">
      <Choices
        legend={t('events.repeat.legend')}
        value={fittingRepeat(repeat, date)}
        onChoose={(choice) => set('rule', choice === 'other' ? foreign : ruleOf(choice, date, until))}
        choices={choices.map((choice) => ({ value: choice, label: repeatWords(choice, date, language, t) }))}
      />
      {repeat !== 'once' && repeat !== 'other' && (
        <Messaged problem={problems.until}>
          <DateField
            legend={t('events.repeat.until')}
            value={until}
            onChange={(day) => set('rule', ruleOf(repeat, date, day))}
            today={now}
          />
        </Messaged>
      )}
    </div>
  )
}

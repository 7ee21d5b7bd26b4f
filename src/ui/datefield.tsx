import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import { mediumDate, readDay } from './dates.ts'
import { TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import { useText } from './text.ts'
import { parseDate } from './typed-date.ts'

type Typed = { readonly day: string; readonly month: string; readonly year: string }

function typedOf(date: string): Typed {
  const day = readDay(date)
  return day
    ? { day: String(day.day), month: String(day.month), year: day.year === undefined ? '' : String(day.year) }
    : { day: '', month: '', year: '' }
}

type DateFieldProps = {
  legend: string
  /** 'YYYY-MM-DD', '--MM-DD' where the year may be left out, '' for none. */
  value: string
  onChange: (date: string) => void
  today: string
  /** 'may-lack-year' for birthdays, 'no-year' for name days. */
  year?: 'needed' | 'may-lack-year' | 'no-year'
}

/** A date in three fields; any spelling of the month is understood. What is not yet a date changes nothing. */
export function DateField({ legend, value, onChange, today, year = 'needed' }: DateFieldProps): JSX.Element {
  const { t } = useText()
  const [typed, setTyped] = useState(() => typedOf(value))
  const read = ({ day, month, year: inYear }: Typed): string | undefined => {
    const text = /^\d*$/.test(month.trim()) ? `${day}.${month}.${inYear}` : `${day} ${month} ${inYear}`
    // The fields stand day first in every language, so the text is read that way in every language.
    return parseDate(text, 'de', today, { withoutYear: year !== 'needed' })
  }
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    const isEmpty = !next.day.trim() && !next.month.trim() && !next.year.trim()
    const date = isEmpty ? '' : read(next)
    if (date !== undefined) onChange(date)
  }
  const isStarted =
    typed.day.trim() !== '' &&
    typed.month.trim() !== '' &&
    (year !== 'needed' || typed.year.trim().length >= 4)
  const isWrong = isStarted && read(typed) === undefined
  const isYearWhole = year !== 'no-year' && typed.year.trim().length >= 4
  // The day stands first: whoever is further on has left it out, and without it nothing would be kept.
  const lacksPart =
    (typed.day.trim() === '' && (typed.month.trim() !== '' || isYearWhole)) ||
    (typed.month.trim() === '' && isYearWhole)
  return (
    <fieldset class="stack tight">
      <legend class="label">{legend}</legend>
      {(isWrong || lacksPart) && (
        <p class="message" role="status">
          <Icon name="circle-alert" />
          <span>{t(lacksPart ? 'ui.date.incomplete' : 'ui.date.noSuchDay')}</span>
        </p>
      )}
      <div class="date-parts">
        <TextField
          label={t('ui.date.day')}
          value={typed.day}
          inputMode="numeric"
          most={2}
          onInput={(day) => change({ day })}
        />
        <TextField
          label={t('ui.date.month')}
          value={typed.month}
          most={14}
          onInput={(month) => change({ month })}
        />
        {year !== 'no-year' && (
          <TextField
            label={t('ui.date.year')}
            optional={year === 'may-lack-year'}
            value={typed.year}
            inputMode="numeric"
            most={4}
            onInput={(inYear) => change({ year: inYear })}
          />
        )}
      </div>
    </fieldset>
  )
}

/** The calendar day before an ISO date. */
function dayBefore(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

type WhenFieldProps = Omit<DateFieldProps, 'year'> & {
  /** The legend is the page's heading. */
  isQuestion?: boolean
}

/** When something was: today, yesterday, or another date; never a calendar alone. */
export function WhenField({ legend, value, onChange, today, isQuestion }: WhenFieldProps): JSX.Element {
  const { t, language } = useText()
  const yesterday = dayBefore(today)
  const [other, setOther] = useState(value !== today && value !== yesterday)
  const chosen = other ? 'other' : value === today ? 'today' : 'yesterday'
  const choose = (choice: 'today' | 'yesterday' | 'other'): void => {
    setOther(choice === 'other')
    if (choice !== 'other') onChange(choice === 'today' ? today : yesterday)
  }
  return (
    <div class="stack tight">
      <Choices
        legend={legend}
        isQuestion={isQuestion}
        value={chosen}
        onChoose={choose}
        choices={[
          { value: 'today', label: t('ui.date.today'), hint: mediumDate(today, language) },
          { value: 'yesterday', label: t('ui.date.yesterday'), hint: mediumDate(yesterday, language) },
          { value: 'other', label: t('ui.date.other') },
        ]}
      />
      {other && <DateField legend={t('ui.date.which')} value={value} onChange={onChange} today={today} />}
    </div>
  )
}

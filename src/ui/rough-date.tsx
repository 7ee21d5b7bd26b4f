import { precisionOf, precisions, type Precision } from '../shared/rough-date.ts'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import { readDay } from './dates.ts'
import { TextField } from './field.tsx'
import { Icon } from './icon.tsx'
import { decadeOf, decadeShort, readRough, roughDate, type TypedDate } from './rough-dates.ts'
import { useText, type TextKey } from './text.ts'

const precisionKeys: { readonly [precision in Precision]: TextKey } = {
  day: 'ui.rough.day',
  month: 'ui.rough.month',
  year: 'ui.rough.year',
  decade: 'ui.rough.decade',
  unknown: 'ui.rough.unknown',
}

const wrongKeys: { readonly [precision in Precision]: TextKey } = {
  day: 'ui.rough.wrongDay',
  month: 'ui.rough.wrongMonth',
  year: 'ui.rough.wrongYear',
  decade: 'ui.rough.wrongDecade',
  unknown: 'ui.rough.wrongYear',
}

const firstDecade = 192

/** The decades that one is likely to mean, and the one that is chosen. */
function decades(today: string, chosen: string): string[] {
  const last = Number(today.slice(0, 3))
  const usual = Array.from({ length: last - firstDecade + 1 }, (_, index) => String(firstDecade + index))
  return [...new Set([...usual, ...(chosen ? [chosen] : [])])].sort()
}

function typedOf(date: string): TypedDate {
  const [year = '', month = ''] = precisionOf(date) === 'decade' ? [] : date.split('-')
  const day = readDay(date)?.day
  return { year, month: month && String(Number(month)), day: day === undefined ? '' : String(day) }
}

type RoughDateFieldProps = {
  legend: string
  /** '1987-05-03', '1987-05', '1987', '198' or ''. */
  value: string
  /** `isWhole` is false while what was typed is less than was chosen; `date` is what of it could be understood. */
  onChange: (date: string, isWhole: boolean) => void
  today: string
  /** Whether to say what is wrong. */
  isWrong: boolean
}

/** A date as exact as somebody knows it. */
export function RoughDateField(props: RoughDateFieldProps): JSX.Element {
  const { legend, value, onChange, today, isWrong } = props
  const { t, language } = useText()
  const [precision, setPrecision] = useState<Precision | undefined>(value ? precisionOf(value) : undefined)
  const [typed, setTyped] = useState(() => typedOf(value))

  const tell = (how: Precision, next: TypedDate): void => {
    if (how === 'unknown') return onChange('', true)
    if (how === 'decade') return onChange(decadeOf(value), value !== '')
    const whole = readRough(how, next, today)
    // What is not finished is kept as far as it goes: whoever leaves here loses no more than the rest.
    onChange(
      whole ?? readRough('month', next, today) ?? readRough('year', next, today) ?? '',
      whole !== undefined,
    )
  }
  const choose = (how: Precision): void => {
    setPrecision(how)
    tell(how, typed)
  }
  const change = (part: Partial<TypedDate>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    if (precision) tell(precision, next)
  }
  const isTyped = precision === 'day' || precision === 'month' || precision === 'year'
  return (
    <div class="stack tight">
      <Choices
        legend={legend}
        beside="wide"
        value={precision}
        onChoose={choose}
        choices={precisions.map((one) => ({ value: one, label: t(precisionKeys[one]) }))}
      />
      {isWrong && precision && (
        <p class="message" role="alert">
          <Icon name="circle-alert" />
          <span>{t(wrongKeys[precision])}</span>
        </p>
      )}
      {isTyped && (
        <div class="date-parts">
          {precision === 'day' && (
            <TextField
              label={t('ui.date.day')}
              value={typed.day}
              inputMode="numeric"
              most={3}
              onInput={(day) => change({ day })}
            />
          )}
          {precision !== 'year' && (
            <TextField
              label={t('ui.date.month')}
              value={typed.month}
              most={16}
              onInput={(month) => change({ month })}
            />
          )}
          <TextField
            label={t('ui.date.year')}
            value={typed.year}
            inputMode="numeric"
            most={8}
            onInput={(year) => change({ year })}
          />
        </div>
      )}
      {precision === 'decade' && (
        <Choices
          legend={t('ui.rough.whichDecade')}
          beside="narrow"
          value={decadeOf(value) || undefined}
          onChoose={(decade) => onChange(decade, true)}
          choices={decades(today, decadeOf(value)).map((decade) => ({
            value: decade,
            label: decadeShort(decade, language),
          }))}
        />
      )}
      {isTyped && (
        <p class="hint" role="status">
          {roughDate(value, language)}
        </p>
      )}
    </div>
  )
}

import type { JSX } from 'preact'
import type { Holiday } from '../shared/holiday.ts'
import { longDate } from './dates.ts'
import { Icon } from './icon.tsx'
import { useText } from './text.ts'

const mostDays = 6

/** Public holidays by days: "Samstag, 1. Mai 2027: Maifeiertag (Deutschland), Tag der Arbeit (Polen)". Nothing where there are none. */
export function Holidays({ found }: { found: readonly Holiday[] }): JSX.Element | null {
  const { t, language } = useText()
  const lands = new Intl.DisplayNames(language, { type: 'region' })
  const days = [...new Set(found.map(({ day }) => day))]
  const namesOn = (day: string): string[] =>
    found
      .filter((one) => one.day === day)
      .map(({ country, names }) => `${names[language] ?? names.own} (${lands.of(country) ?? country})`)
  if (days.length === 0) return null
  return (
    <div class="holidays" role="status">
      <Icon name="calendar-days" />
      <div>
        <p>
          <strong>{t('ui.holidays.legend')}</strong>
        </p>
        <ul>
          {days.slice(0, mostDays).map((day) => (
            <li key={day}>{`${longDate(day, language)}: ${namesOn(day).join(', ')}`}</li>
          ))}
        </ul>
        {days.length > mostDays && <p>{t('ui.holidays.more', { count: days.length - mostDays })}</p>}
      </div>
    </div>
  )
}

import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { datesOf, type PartnershipDate } from '../../records/kinds/partnership.ts'
import { isContradictory } from '../../records/partnership-since.ts'
import { compareRough, roughDate } from '../../ui/rough-dates.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { countingWords, dateTypeWords, type Sides } from './words.ts'

/** The dates of a partnership in their order, those that nobody knows last. */
export const inOrder = (partnership: Row): PartnershipDate[] =>
  datesOf(partnership.fields)
    .map(({ value }) => value)
    .sort((a, b) => compareRough(a.date, b.date))

type TimelineProps = { partnership: Row; sides: Sides }

/** What happened when, as each source has it. */
export function Timeline({ partnership, sides }: TimelineProps): JSX.Element | null {
  const { t, language } = useText()
  const dates = inOrder(partnership)
  if (dates.length === 0) return null
  return (
    <Section title={t('partnerships.history')}>
      <ol class="timeline">
        {dates.map(({ date, type, counts, source }, index) => (
          <li key={index}>
            <span class="year">{roughDate(date, language) || t('partnerships.date.unknown')}</span>
            <strong class="line">{dateTypeWords(type, sides, t)}</strong>
            {counts !== 'nobody' && (
              <span class="line secondary">
                {t('partnerships.counts.are', { who: countingWords(counts, sides, t) })}
              </span>
            )}
            {source && (
              <span class="line small secondary address">{t('partnerships.date.sourceIs', { source })}</span>
            )}
          </li>
        ))}
      </ol>
      {isContradictory(partnership.fields) && <p>{t('partnerships.contradictory')}</p>}
    </Section>
  )
}

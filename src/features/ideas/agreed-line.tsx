import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** Who agreed to an idea on either side, and when; what is not known yet is said too. */
export function AgreedLine({ idea }: { idea: Row }): JSX.Element | null {
  const { t, language } = useText()
  const { fields } = idea
  const on = textOf(fields, 'agreedOn')
  if (!on) return null
  const name = (field: string): string => textOf(fields, field).trim() || t('ideas.agreed.nobody')
  return (
    <Status look="shared" icon="heart-handshake">
      <span class="line">{t('ideas.agreed.since', { date: mediumDate(on, language) })}</span>
      <span class="line">{t('ideas.agreed.usIs', { name: name('agreedByUs') })}</span>
      <span class="line">{t('ideas.agreed.themIs', { name: name('agreedByThem') })}</span>
    </Status>
  )
}

import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf } from '../../records/kinds/idea.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** Who agreed to an idea on either side, and when; what is not known yet is said too. Empty where nobody has. */
export function useAgreement({ fields }: Row): string[] {
  const { t, language } = useText()
  const on = textOf(fields, 'agreedOn')
  if (!on || !['agreed', 'done'].includes(ideaStateOf(fields))) return []
  const name = (field: string): string => textOf(fields, field).trim() || t('ideas.agreed.nobody')
  return [
    t('ideas.agreed.since', { date: mediumDate(on, language) }),
    t('ideas.agreed.usIs', { name: name('agreedByUs') }),
    t('ideas.agreed.themIs', { name: name('agreedByThem') }),
  ]
}

/** The same on the idea's page. */
export function AgreedLine({ idea }: { idea: Row }): JSX.Element | null {
  const lines = useAgreement(idea)
  if (lines.length === 0) return null
  return (
    <Status look="shared" icon="heart-handshake">
      {lines.map((line) => (
        <span class="line" key={line}>
          {line}
        </span>
      ))}
    </Status>
  )
}

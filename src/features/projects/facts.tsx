import type { JSX } from 'preact'
import type { Row as ProjectRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { formatAmount } from '../../shared/amount.ts'
import { currencyOf } from '../../ui/amounts.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'

/** For whom a project is and what it costs. */
export function Facts({ project }: { project: ProjectRow }): JSX.Element | null {
  const { t, language } = useText()
  const { fields } = project
  const audience = textOf(fields, 'audience')
  const amount = (name: string): string | undefined => {
    const cents = fields[name]
    return typeof cents === 'number' ? formatAmount(cents, currencyOf(fields), language) : undefined
  }
  const [planned, actual] = [amount('planned'), amount('actual')]
  const facts: readonly (readonly [IconName, string] | false)[] = [
    audience !== '' && ['users', t('projects.audienceIs', { audience })],
    planned !== undefined && ['coins', t('projects.plannedIs', { amount: planned })],
    actual !== undefined && ['coins', t('projects.actualIs', { amount: actual })],
  ]
  const known = facts.filter((fact) => fact !== false)
  if (known.length === 0) return null
  return (
    <ul class="card facts">
      {known.map(([icon, words]) => (
        <li class="fact" key={words}>
          <Icon name={icon} />
          <span class="written">{words}</span>
        </li>
      ))}
    </ul>
  )
}

import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { useText } from '../../ui/text.ts'
import type { ShownStep } from './shown.ts'
import { StepTick, type StepTickProps } from './tick.tsx'

/** A step in a list: to tick, and the way to change it; for those who may only read, the way to its page. */
function StepLine({ step, today }: StepTickProps): JSX.Element {
  const { t } = useText()
  const mayWrite = useMayWrite()
  const { row } = step
  if (!mayWrite)
    return (
      <li>
        <a class="row plain" href={href(`/steps/${row.id}`)}>
          <StepTick step={step} today={today} />
          <Icon name="chevron-right" />
        </a>
      </li>
    )
  return (
    <li class="step-line">
      <StepTick step={step} today={today} />
      <a
        class="tool"
        href={href(`/steps/${row.id}/change`)}
        aria-label={`${t('steps.change')} ${row.label}`.trim()}
      >
        <Icon name="pencil" />
        <span>{t('steps.change')}</span>
      </a>
    </li>
  )
}

/** Steps in a card. */
export function StepLines({ steps, today }: { steps: readonly ShownStep[]; today: string }): JSX.Element {
  return (
    <div class="card">
      <ul class="rows">
        {steps.map((step) => (
          <StepLine key={step.row.id} step={step} today={today} />
        ))}
      </ul>
    </div>
  )
}

import { listDoneSteps, listOpenSteps } from '../../../db/steps.ts'
import { textOf } from '../../../records/fields.ts'
import { StepTick } from '../tick.tsx'
import { byUrgency, withNames } from '../shown.ts'
import type { Source, TodayItem } from './item.ts'

/** The steps that are due, one's own first; with those of today's done ones that may just have been ticked. */
export const dueSteps: Source = async (open, today, last) => {
  const { notebook } = open
  const [due, done] = await Promise.all([listOpenSteps(notebook, last), listDoneSteps(notebook, today)])
  const doneDue = done.filter(({ fields }) => textOf(fields, 'until') && textOf(fields, 'until') <= last)
  const steps = await withNames(open, [...due, ...doneDue].sort(byUrgency))
  const hasMine = steps.some((step) => step.isMine)
  const items = steps.map((step): TodayItem => {
    const until = textOf(step.row.fields, 'until')
    return {
      id: step.row.id,
      titleKey: step.isMine ? 'steps.yours' : hasMine ? 'steps.others' : 'steps.open',
      // Whose name is not in the notebook may be meant by any of them.
      rank: step.who && !step.isMine && hasMine ? 1 : 0,
      day: until < today ? today : until,
      step: step.row,
      show: () => <StepTick step={step} today={today} />,
    }
  })
  return [
    ...items.filter((item) => item.titleKey === 'steps.yours'),
    ...items.filter((item) => item.titleKey !== 'steps.yours'),
  ]
}

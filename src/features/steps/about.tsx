import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { useWasOpen } from './first-seen.ts'
import { StepLines } from './line.tsx'
import { byUrgency, isDone, withNames, type ShownStep } from './shown.ts'
import { useToday } from './use-today.ts'

type About = { readonly isPerson: boolean; readonly steps: readonly ShownStep[] }

async function stepsAbout(open: Open, id: string): Promise<About> {
  const rows = (await listAbout(open.notebook, id)).filter((row) => row.kind === 'step')
  const steps = await withNames(open, rows, id)
  return { isPerson: (await rowOf(open.notebook, id))?.kind === 'person', steps }
}

const lateDoneFirst = (a: ShownStep, b: ShownStep): number => (a.row.sort > b.row.sort ? -1 : 1)

/** The next steps of a record, on its page: the open ones, the most urgent first, then the done ones, the latest first. */
export function StepsAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const today = useToday()
  const wasOpen = useWasOpen()
  const mayWrite = useMayWrite()
  const about = useLive(() => stepsAbout(open, id), [open, id])
  // On a person's page stand the tasks that others gave to that person: they are added where they belong.
  if (!about || (about.steps.length === 0 && (about.isPerson || !mayWrite))) return null
  const { steps } = about
  // A single one is remembered without a sheet.
  const isForTable = steps.filter((step) => !isDone(step.row)).length > 1
  const inOrder = [
    ...steps.filter((step) => wasOpen(step.row)).sort((a, b) => byUrgency(a.row, b.row)),
    ...steps.filter((step) => !wasOpen(step.row)).sort(lateDoneFirst),
  ]
  return (
    <Section title={t('steps.title')}>
      <div class="stack tight">
        {steps.length > 0 && <StepLines steps={inOrder} today={today} />}
        {isForTable && (
          <LinkButton icon="printer" to={href(`/steps/${id}/print`)}>
            {t('steps.print')}
          </LinkButton>
        )}
        {!about.isPerson && (
          <LinkButton writes icon="plus" to={href(`/steps/new/${id}`)}>
            {t('steps.add')}
          </LinkButton>
        )}
      </div>
    </Section>
  )
}

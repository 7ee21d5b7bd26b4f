import type { JSX } from 'preact'
import { listAbout, rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import { listOpenSteps } from '../../db/steps.ts'
import { textOf } from '../../records/fields.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { dueWords } from './due.ts'
import { byUrgency, isDone, withNames, type ShownStep } from './shown.ts'
import { useToday } from './use-today.ts'

type Group = { readonly title: string; readonly steps: readonly ShownStep[] }

/** The open steps under their projects, those without one last. */
async function stepsByProject(open: Open): Promise<Group[]> {
  const steps = await withNames(open, await listOpenSteps(open.notebook))
  const ids = steps.flatMap(({ row }) => [textOf(row.fields, 'project'), textOf(row.fields, 'about')])
  const rows = await rowsOf(open.notebook, [...new Set(ids.filter(Boolean))])
  const projects = new Map(rows.flatMap((row) => (row.kind === 'project' ? [[row.id, row.label]] : [])))
  const titleOf = ({ row }: ShownStep): string =>
    projects.get(textOf(row.fields, 'project')) ?? projects.get(textOf(row.fields, 'about')) ?? ''
  const groups = new Map<string, ShownStep[]>()
  for (const step of steps) groups.set(titleOf(step), [...(groups.get(titleOf(step)) ?? []), step])
  return [...groups]
    .map(([title, own]) => ({ title, steps: own }))
    .sort((a, b) => Number(a.title === '') - Number(b.title === ''))
}

/** The open steps of one record alone: of an event, for its table. */
async function stepsOfOne(open: Open, about: string): Promise<Group[]> {
  const rows = (await listAbout(open.notebook, about)).filter((row) => row.kind === 'step' && !isDone(row))
  const steps = await withNames(open, rows.sort(byUrgency), about)
  const label = (await rowOf(open.notebook, about))?.label ?? ''
  // Who opens a person's list knows whose steps they are; on paper it is said.
  const named = steps.map((step) => ({ ...step, who: step.who || (textOf(step.row.fields, 'who') && label) }))
  return steps.length > 0 ? [{ title: label, steps: named }] : []
}

/** The list for the table: what is to be done, who does it, until when, and a box to tick by pencil. */
export function StepsOnPaper({ params = {} }: { params?: { about?: string } }): JSX.Element | null {
  const text = useText()
  const { t, language } = text
  const open = useOpen()
  const today = useToday()
  const { about } = params
  const groups = useLive(() => (about ? stepsOfOne(open, about) : stepsByProject(open)), [open, about])
  if (!groups) return null
  return (
    <Paper title={t('steps.title')} parent="/steps">
      {groups.length === 0 && <p>{t('steps.none')}</p>}
      {groups.map(({ title, steps }) => (
        <section key={title} class="pencil-group stack tight">
          <h2>{title || t('steps.withoutProject')}</h2>
          <ul class="pencil-list">
            {steps.map((step) => (
              <li key={step.row.id}>
                <span class="pencil-box" aria-hidden="true" />
                <span>
                  <strong class="line">{step.row.label}</strong>
                  {/* On the table it is read by everybody: nobody is "you". */}
                  <span class="line">{dueWords({ ...step, isMine: false }, today, text)}</span>
                  {step.of !== title && <span class="line">{mediumDate(step.of, language)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Paper>
  )
}

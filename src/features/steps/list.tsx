import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import { listDoneSteps, listOpenSteps } from '../../db/steps.ts'
import { addDays } from '../../shared/day-count.ts'
import { foldWords } from '../../shared/fold.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { useWasOpen } from './first-seen.ts'
import { StepLines } from './line.tsx'
import { byUrgency, withNames, type ShownStep } from './shown.ts'
import { useToday } from './use-today.ts'

/** For how many days done steps stay in the list. */
const doneDays = 30

async function allSteps(open: Open, today: string): Promise<ShownStep[]> {
  const { notebook } = open
  const rows = await Promise.all([
    listOpenSteps(notebook),
    listDoneSteps(notebook, addDays(today, -doneDays)),
  ])
  const steps = await withNames(open, rows.flat())
  // Also found by who does it and what it belongs to.
  return steps.map((step) => ({
    ...step,
    row: { ...step.row, words: [...step.row.words, ...foldWords(`${step.who} ${step.of}`)] },
  }))
}

type Part = 'mine' | 'others' | 'done'

function Parts({ parts, today }: { parts: ReadonlyMap<Part, ShownStep[]>; today: string }): JSX.Element {
  const { t } = useText()
  const titles = {
    mine: t('steps.yours'),
    others: parts.has('mine') ? t('steps.others') : t('steps.open'),
    done: t('steps.doneLately'),
  }
  return (
    <>
      {[...parts].map(([part, steps]) => (
        <Section key={part} title={titles[part]}>
          <StepLines steps={steps} today={today} />
        </Section>
      ))}
    </>
  )
}

/** All next steps: one's own first, then the others', then what was done of late. */
export function StepList(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const today = useToday()
  const wasOpen = useWasOpen()
  const [query, setQuery] = useState('')
  const steps = useLive(() => allSteps(open, today), [open, today])
  const matching = useMemo(() => {
    const matches = matcherOf(query)
    return (steps ?? []).filter(({ row }) => matches?.(row) ?? true)
  }, [steps, query])
  const partOf = ({ row, isMine }: ShownStep): Part => (!wasOpen(row) ? 'done' : isMine ? 'mine' : 'others')
  const inOrder = (['mine', 'others', 'done'] as const).flatMap((part) => {
    const own = matching.filter((step) => partOf(step) === part)
    return part === 'done' ? own : own.sort((a, b) => byUrgency(a.row, b.row))
  })
  const { shown, more } = useGrowing(inOrder.length, query)
  if (!steps) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/steps/new')}>
      {t('steps.add')}
    </LinkButton>
  )
  const parts = new Map<Part, ShownStep[]>()
  for (const step of inOrder.slice(0, shown)) {
    const part = partOf(step)
    parts.set(part, [...(parts.get(part) ?? []), step])
  }
  return (
    <Page title={t('steps.title')} parent="/more">
      <div class="page">
        {steps.length === 0 ? (
          <Empty picture="door-list" words={t('steps.none')}>
            {add}
          </Empty>
        ) : (
          <div class="stack tight">
            <SearchField label={t('steps.search')} value={query} onInput={setQuery} />
            {matching.length === 0 && <p role="status">{t('steps.noneFound')}</p>}
            <Parts parts={parts} today={today} />
            {more}
            <Buttons column>
              <LinkButton icon="printer" to={href('/steps/print')}>
                {t('steps.print')}
              </LinkButton>
            </Buttons>
            <div class="dock">{add}</div>
          </div>
        )}
      </div>
    </Page>
  )
}

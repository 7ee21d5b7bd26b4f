import type { JSX } from 'preact'
import { dropLeftover, putBackLeftover, takeLeftover } from '../../db/leftovers.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { dateAndTime, mediumDate } from '../../ui/dates.ts'
import { useKindKey, type Params } from '../../ui/feature.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { keepDone } from './done.ts'
import { Nothing } from './nothing.tsx'
import { useUnsent, type Unsent, type UnsentRecord } from './use-unsent.ts'

function Line({ record: { kind, label, time } }: { record: UnsentRecord }): JSX.Element {
  const { t, language } = useText()
  const key = useKindKey()(kind)
  const words = key ? t(key) : t('members.unsent.entry')
  const when = time > 0 ? dateAndTime(new Date(time), language) : t('members.unsent.unfinished')
  return (
    <li class="unsent">
      <strong class="line">{mediumDate(label, language) || words}</strong>
      <span class="small secondary line">{[label && words, when].filter(Boolean).join(', ')}</span>
    </li>
  )
}

function Decide({ unsent: { leftover, name, records } }: { unsent: Unsent }): JSX.Element {
  const { t } = useText()
  const { notebook, onProblem } = useOpen()
  const { shown, more } = useGrowing(records.length, notebook)
  const entries = t('members.notebooks.entries', { count: records.length })
  const { tables } = notebook
  const { device } = leftover
  const take = (): Promise<void> =>
    takeLeftover(notebook, device).then(
      () => {
        keepDone(t('members.unsent.taken', { entries }))
        back('/members')
      },
      (error: unknown) => onProblem(problemOf(error)),
    )
  const drop = (): Promise<void> =>
    dropLeftover(tables, device).then(
      () => {
        offerUndo(t('members.unsent.dropped', { entries }), () => putBackLeftover(tables, leftover))
        back('/members')
      },
      (error: unknown) => onProblem(problemOf(error)),
    )
  return (
    <div class="page stack">
      {name && <h2>{name}</h2>}
      <p>{t('members.unsent.what')}</p>
      <div class="card">
        <ul class="rows">
          {records.slice(0, shown).map((record) => (
            <Line key={record.id} record={record} />
          ))}
        </ul>
      </div>
      {more}
      <Buttons column>
        <Button icon="x" onPress={drop}>
          {t('members.unsent.drop')}
        </Button>
        <Button primary icon="check" onPress={take}>
          {t('members.unsent.take')}
        </Button>
      </Buttons>
    </div>
  )
}

/** What a removed device had not sent: into the notebook with it, or not. */
export function UnsentPage({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const all = useUnsent()
  if (!all) return null
  const unsent = all.find(({ leftover }) => leftover.device === params['device'])
  return (
    <Page title={t('members.unsent.title')} parent="/members">
      {unsent ? <Decide unsent={unsent} /> : <Nothing />}
    </Page>
  )
}

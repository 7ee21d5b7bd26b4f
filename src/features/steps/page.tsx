import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { ItemLine } from '../../ui/item-line.tsx'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { StepTick } from './tick.tsx'
import { withNames, type ShownStep } from './shown.ts'
import { useToday } from './use-today.ts'

type Found = { readonly step: ShownStep; readonly beside: readonly RecordRow[] }

async function findStep(open: Open, id: string): Promise<Found | undefined> {
  const row = await rowOf(open.notebook, id)
  if (row?.kind !== 'step') return undefined
  const [step] = await withNames(open, [row])
  const ids = ['about', 'project', 'from', 'who'].map((name) => textOf(row.fields, name))
  return step && { step: { ...step, of: '' }, beside: await rowsOf(open.notebook, [...new Set(ids)]) }
}

function Beside({ rows }: { rows: readonly RecordRow[] }): JSX.Element | null {
  const { language } = useText()
  const shown = rows.filter((row) => row.label && kindOf(row.kind))
  if (shown.length === 0) return null
  return (
    <Rows>
      {shown.map((row) => (
        <Row key={row.id} to={href(`/${kindOf(row.kind)?.path ?? ''}/${row.id}`)} detail={row.detail}>
          {mediumDate(row.label, language)}
        </Row>
      ))}
    </Rows>
  )
}

function Doings({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  const { notebook } = useOpen()
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('steps.deleted'), () => restore(notebook, [id]))
    back('/steps')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/steps/${id}/change`)}>
        {t('steps.change')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('steps.delete')}
      </Button>
    </Buttons>
  )
}

/** One next step: to tick, and what and whom it belongs to. */
export function StepPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const today = useToday()
  const id = params.id ?? ''
  const found = useLive(() => findStep(open, id), [open, id])
  return (
    <Page title={t('steps.step')} parent="/steps">
      <div class="page stack">
        {found?.step.row.list === 'bin' && (
          <>
            <p>{t('steps.isDeleted')}</p>
            <Button writes primary icon="archive-restore" onPress={() => restore(open.notebook, [id])}>
              {t('steps.restore')}
            </Button>
          </>
        )}
        {found?.step.row.list === 'step' && (
          <>
            <div class="card stack tight">
              <StepTick step={found.step} today={today} />
              <ItemLine id={id} />
            </div>
            <Beside rows={found.beside} />
            <Sections id={id} without="steps" />
            <Doings id={id} />
          </>
        )}
      </div>
    </Page>
  )
}

import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { isGiven, reportKindOf } from '../../records/report.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { Paper } from '../../ui/paper.tsx'
import { back, href } from '../../ui/route.ts'
import { Sections } from '../../ui/sections.tsx'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { give, takeBack } from './give.ts'
import { ReportParts } from './parts.tsx'
import { gapsOf } from './sections/missing.ts'
import { useReport, type Report } from './use-report.ts'
import { periodWords } from './words.ts'

/** What can be seen and done before it is printed. */
function Before({ row, material }: Report): JSX.Element {
  const { t } = useText()
  const mayWrite = useMayWrite()
  const { id, fields } = row
  if (isGiven(fields))
    return (
      <State look="shared" icon="check">
        {t('yearly.isGiven')}
      </State>
    )
  const missing = gapsOf(material, id).reduce((sum, { gaps }) => sum + gaps.length, 0)
  return (
    <div class="stack tight">
      <p>{t('yearly.readOnce')}</p>
      {missing > 0 && mayWrite && (
        <Status look="waiting" icon="info" to={href(`/yearly/${id}/missing`)}>
          {t('yearly.missingCount', { count: missing })}
        </Status>
      )}
      <Buttons column>
        <LinkButton writes icon="pencil" to={href(`/yearly/${id}/change`)}>
          {t('yearly.change')}
        </LinkButton>
        {reportKindOf(fields) === 'funder' && (
          <LinkButton writes icon="coins" to={href(`/yearly/${id}/receipts`)}>
            {t('yearly.receipts')}
          </LinkButton>
        )}
      </Buttons>
    </div>
  )
}

function After({ row, sections }: Report): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id, fields } = row
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('yearly.deleted'), () => restore(notebook, [id]))
    back('/yearly')
  }
  const handOver = async (): Promise<void> => {
    await give(notebook, id, sections)
    offerUndo(t('yearly.nowGiven'), () => takeBack(notebook, id))
  }
  const reopen = async (): Promise<void> => {
    await takeBack(notebook, id)
    offerUndo(t('yearly.nowDraft'), () => give(notebook, id, sections))
  }
  return (
    <div class="stack">
      <Sections id={id} without="yearly" />
      <Buttons column>
        {isGiven(fields) ? (
          <Button writes icon="undo-2" onPress={reopen}>
            {t('yearly.reopen')}
          </Button>
        ) : (
          <Button writes icon="check" onPress={handOver}>
            {t('yearly.handOver')}
          </Button>
        )}
        <Button writes danger icon="trash-2" onPress={toBin}>
          {t('yearly.delete')}
        </Button>
      </Buttons>
      <ItemLine id={id} />
    </div>
  )
}

function Deleted({ row, title }: Report): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <Page title={title} parent="/yearly" heading="own">
      <div class="page stack">
        <h1>{title}</h1>
        <p>{t('yearly.isDeleted')}</p>
        <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [row.id])}>
          {t('yearly.restore')}
        </Button>
      </div>
    </Page>
  )
}

/** A report as it will be printed, with a way to change each section. */
export function ReportSheet({ params }: { params: { id?: string } }): JSX.Element | null {
  const reader = useText()
  const report = useReport(params.id ?? '')
  if (!report) return null
  const { row, title, text, material } = report
  if (row.list === 'bin') return <Deleted {...report} />
  const funder = textOf(row.fields, 'funder')
  const isYearly = reportKindOf(row.fields) === 'yearly'
  return (
    <Paper
      title={title}
      parent={isYearly ? '/yearly' : `/projects/${textOf(row.fields, 'project')}`}
      text={text}
      before={<Before {...report} />}
      after={<After {...report} />}
    >
      <p>
        <strong class="line">{material.name}</strong>
        {isYearly && (
          <span class="line">
            {text.t('yearly.periodIs', { period: periodWords(row.fields, text.language) })}
          </span>
        )}
        {funder && <span class="line">{text.t('yearly.funderIs', { funder })}</span>}
      </p>
      <ReportParts report={report} reader={reader} />
    </Paper>
  )
}

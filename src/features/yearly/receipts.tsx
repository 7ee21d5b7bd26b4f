import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { receiptsOf } from '../../records/report.ts'
import { formatAmount } from '../../shared/amount.ts'
import { LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** The receipts of a report, to be added to and changed. */
export function Receipts({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const report = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!report) return null
  const receipts = receiptsOf(report.fields)
  const add = (
    <LinkButton writes primary icon="plus" to={href(`/yearly/${id}/receipts/new`)}>
      {t('yearly.addReceipt')}
    </LinkButton>
  )
  return (
    <Page title={t('yearly.receipts')} parent={`/yearly/${id}`}>
      <div class="page stack">
        {receipts.length === 0 ? (
          <Empty picture="door-list" words={t('yearly.noReceipts')}>
            {add}
          </Empty>
        ) : (
          <>
            <Rows>
              {receipts.map(({ id: receipt, value }) => (
                <Row
                  key={receipt}
                  to={href(`/yearly/${id}/receipts/${receipt}`)}
                  detail={[
                    value.number && t('yearly.numberIs', { number: value.number }),
                    mediumDate(value.day, language),
                    value.cents !== undefined && formatAmount(value.cents, value.currency, language),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                >
                  <b>{value.what || t('yearly.untitled')}</b>
                </Row>
              ))}
            </Rows>
            {add}
          </>
        )}
      </div>
    </Page>
  )
}

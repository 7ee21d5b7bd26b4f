import type { JSX } from 'preact'
import { mediumDate } from '../../ui/dates.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { gapsOf, type Gap, type GapKind, type Gaps } from './sections/missing.ts'
import { useReport } from './use-report.ts'

/** What is said of so many gaps of a kind. */
const keys: { readonly [kind in GapKind]: TextKey } = {
  association: 'yearly.gap.association',
  contact: 'yearly.gap.contact',
  wishes: 'yearly.gap.wishes',
  people: 'yearly.gap.people',
  hours: 'yearly.gap.hours',
  eventDay: 'yearly.gap.eventDay',
  projectDays: 'yearly.gap.projectDays',
  cost: 'yearly.gap.cost',
  why: 'yearly.gap.why',
  agreement: 'yearly.gap.agreement',
  receipts: 'yearly.gap.receipts',
  receiptSum: 'yearly.gap.receiptSum',
}

function GapRow({ gap }: { gap: Gap }): JSX.Element {
  const { t, language } = useText()
  const { record, day, path } = gap
  const name = record && (record.label || t('yearly.untitled'))
  const date = mediumDate(day, language)
  return (
    <Row to={href(path)} detail={date !== name && date}>
      <b>{name ?? t('yearly.fillIn')}</b>
    </Row>
  )
}

function Part({ kind, gaps, of }: Gaps): JSX.Element {
  const { t } = useText()
  const { shown, more } = useGrowing(gaps.length, kind)
  return (
    <section class="section">
      <p>{t(keys[kind], { count: gaps.length, of })}</p>
      <Rows>
        {gaps.slice(0, shown).map((gap) => (
          <GapRow key={gap.path} gap={gap} />
        ))}
      </Rows>
      {more}
    </section>
  )
}

/** What a report could still say, and where each of it is filled in. */
export function Missing({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const id = params.id ?? ''
  const report = useReport(id)
  if (!report) return null
  const all = gapsOf(report.material, id)
  return (
    <Page title={t('yearly.missing')} parent={`/yearly/${id}`}>
      <div class="page stack">
        <p>{all.length > 0 ? t('yearly.missingExplain') : t('yearly.nothingMissing')}</p>
        {all.map((one) => (
          <Part key={one.kind} {...one} />
        ))}
      </div>
    </Page>
  )
}

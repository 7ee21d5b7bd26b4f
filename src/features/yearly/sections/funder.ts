import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { partsOf } from '../../../records/kinds/project.ts'
import { receiptsOf } from '../../../records/report.ts'
import { currencies, formatAmount } from '../../../shared/amount.ts'
import { mediumDate } from '../../../ui/dates.ts'
import { eventTable, takingPart, visitTable } from './happened.ts'
import { heldEvents, visitsWithin } from './held.ts'
import type { Material } from './material.ts'
import { currencyOf, daysWords, moneyWords, stateWords } from './projects.ts'
import { lines, row, table, type Say, type Section } from './section.ts'
import { figureLines, occasionsOf } from './tally.ts'
import { associationLines, namesIn } from './yearly.ts'

/** The material of one project alone: what is about it and lies behind. */
export function ofProject(material: Material, project: string): Material {
  const isAbout = ({ fields }: Row): boolean => textOf(fields, 'project') === project
  const events = material.events.filter(isAbout)
  const own = new Set(events.map(({ id }) => id))
  return {
    ...material,
    period: { from: '', to: material.today },
    events,
    visits: material.visits.filter((visit) => isAbout(visit) || own.has(textOf(visit.fields, 'event'))),
  }
}

/** The sum of the receipts of each currency, in hundredths. */
export function receiptSums({ report }: Material): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { value } of receiptsOf(report))
    if (value.cents !== undefined) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.cents)
  return sums
}

function receiptLines(material: Material, mask: (text: string) => string, { t, language }: Say): string {
  const sums = receiptSums(material)
  const rows = receiptsOf(material.report).map(({ value }) =>
    row(
      value.number,
      mediumDate(value.day, language),
      mask(value.what),
      value.cents === undefined ? '' : formatAmount(value.cents, value.currency, language),
    ),
  )
  const listed = table(
    [
      t('yearly.column.number'),
      t('yearly.column.day'),
      t('yearly.column.paidFor'),
      t('yearly.column.amount'),
    ],
    rows,
  )
  const totals = currencies.flatMap((currency) => {
    const cents = sums.get(currency)
    return cents === undefined
      ? []
      : [t('yearly.receiptSum', { amount: formatAmount(cents, currency, language) })]
  })
  return listed ? `${listed}\n\n${totals.join('\n')}` : t('yearly.noReceipts')
}

/** The report on one project for those who paid for it, section by section. */
export function funderSections(all: Material, project: Row, say: Say): Section[] {
  const { t } = say
  const names = namesIn(all, say)
  const material = ofProject(all, project.id)
  const { fields } = project
  const [held, visits] = [heldEvents(material), visitsWithin(material)]
  const [goal, audience, town] = ['goal', 'audience', 'town'].map((name) =>
    names.mask(textOf(fields, name).trim()),
  )
  const section = (id: string, heading: string, text: string): Section => ({ id, chapter: '', heading, text })
  const days = daysWords(fields, say)
  const plan =
    typeof fields['planned'] === 'number' ? { currency: currencyOf(fields), planned: fields['planned'] } : {}
  const partOf = (heading: string, text: string): string => (text ? `${heading}\n${text}` : '')
  return [
    section('association', t('yearly.section.association'), associationLines(all, names, say)),
    section(
      'project',
      t('yearly.section.project'),
      lines(
        names.mask(project.label) || t('yearly.untitled'),
        town && t('yearly.withTown', { town }),
        t('yearly.stateIs', { state: stateWords(fields, names, say) }),
        takingPart(
          partsOf(fields).map(({ id }) => id),
          names,
          say,
        ),
      ),
    ),
    section(
      'planned',
      t('yearly.section.planned'),
      lines(
        goal,
        audience && t('yearly.audienceIs', { audience }),
        days && t('yearly.daysAre', { days }),
        moneyWords(plan, say),
      ) || t('yearly.notYet'),
    ),
    section(
      'happened',
      t('yearly.section.happened'),
      [
        partOf(t('yearly.section.events'), eventTable(held, names, say)),
        partOf(t('yearly.section.visits'), visitTable(visits, names, say)),
      ]
        .filter(Boolean)
        .join('\n\n') || t('yearly.nothingHappened'),
    ),
    section(
      'figures',
      t('yearly.section.figures'),
      figureLines(occasionsOf(held, visits), say) || t('yearly.nothingHappened'),
    ),
    section('money', t('yearly.section.money'), moneyWords(fields, say) || t('yearly.noMoney')),
    section('receipts', t('yearly.section.receipts'), receiptLines(all, names.mask, say)),
    { ...section('outcome', t('yearly.section.outcome'), ''), isTyped: true },
  ]
}

import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { stateOf, type ProjectState } from '../../../records/kinds/project.ts'
import {
  currencies,
  currencyName,
  formatAmount,
  usualCurrency,
  type Currency,
} from '../../../shared/amount.ts'
import type { Fields } from '../../../shared/value.ts'
import { dateRange } from '../../../ui/date-range.ts'
import { mediumDate } from '../../../ui/dates.ts'
import type { TextKey } from '../../../ui/text.ts'
import type { Period } from './material.ts'
import type { Names } from '../../../records/names.ts'
import { row, table, lines, type Say } from './section.ts'

const stateKeys: { readonly [state in ProjectState]: TextKey } = {
  idea: 'yearly.state.idea',
  planned: 'yearly.state.planned',
  agreed: 'yearly.state.agreed',
  running: 'yearly.state.running',
  done: 'yearly.state.done',
  postponed: 'yearly.state.postponed',
  cancelled: 'yearly.state.cancelled',
}

const [never, always] = ['', '9999-12-31']

/** Whether a project has no day by which it could belong to a year: one that is over and says nothing of when. */
export const lacksDays = ({ fields }: Row): boolean =>
  ['done', 'cancelled'].includes(stateOf(fields)) && !textOf(fields, 'from') && !textOf(fields, 'to')

/**
 * Whether a project belongs to the period: one that is over by its days, one that runs until somebody says otherwise, one
 * that is planned also where it begins later. What is postponed stands elsewhere.
 */
export function isInPeriod(project: Row, { from, to }: Period): boolean {
  const { fields } = project
  const [first, last] = [textOf(fields, 'from'), textOf(fields, 'to')]
  const state = stateOf(fields)
  if (state === 'postponed' || lacksDays(project)) return false
  if (state === 'done' || state === 'cancelled') return (first || last) <= to && (last || first) >= from
  if (state === 'running') return (first || never) <= to && (last || always) >= from
  return (last || first || always) >= from
}

export const currencyOf = (fields: Fields): Currency =>
  currencies.find((currency) => currency === fields['currency']) ?? usualCurrency.de

const centsOf = (fields: Fields, name: 'planned' | 'actual'): number | undefined => {
  const value = fields[name]
  return typeof value === 'number' ? value : undefined
}

/** "geplant 1.200 €, tatsächlich 980 €" */
export function moneyWords(fields: Fields, { t, language }: Say): string {
  const amount = (name: 'planned' | 'actual'): string => {
    const cents = centsOf(fields, name)
    return cents === undefined ? '' : formatAmount(cents, currencyOf(fields), language)
  }
  const [planned, actual] = [amount('planned'), amount('actual')]
  return [
    planned && t('yearly.planned', { amount: planned }),
    actual && t('yearly.actual', { amount: actual }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** "12.–16. Mai 2027", "ab 12. Mai 2027", "bis 16. Mai 2027", or ''. */
export function daysWords(fields: Fields, { t, language }: Say): string {
  const [from, to] = [textOf(fields, 'from'), textOf(fields, 'to')]
  if (from && to) return dateRange(from, to, language)
  if (from) return t('yearly.since', { date: mediumDate(from, language) })
  return to && t('yearly.until', { date: mediumDate(to, language) })
}

export const stateWords = (fields: Fields, { mask }: Names, { t }: Say): string => {
  const state = stateOf(fields)
  const why = state === 'cancelled' ? mask(textOf(fields, 'cancelledWhy').trim()) : ''
  return [t(stateKeys[state]), why].filter(Boolean).join(': ')
}

/** The projects of a period in a table: how they stand, when, and what they cost. */
export function projectTable(projects: readonly Row[], names: Names, say: Say): string {
  const { t } = say
  return table(
    [t('yearly.column.project'), t('yearly.column.state'), t('yearly.column.when'), t('yearly.column.cost')],
    projects.map(({ label, fields }) =>
      row(
        names.mask(label) || t('yearly.untitled'),
        stateWords(fields, names, say),
        daysWords(fields, say),
        moneyWords(fields, say),
      ),
    ),
  )
}

/** What is postponed: with whom, why, and until when. */
export function owedTable(projects: readonly Row[], { mask }: Names, { t, language }: Say): string {
  return table(
    [t('yearly.column.project'), t('yearly.column.with'), t('yearly.column.why'), t('yearly.column.newDate')],
    projects.map(({ label, fields }) =>
      row(
        mask(label) || t('yearly.untitled'),
        textOf(fields, 'town'),
        mask(textOf(fields, 'postponedWhy')),
        mediumDate(textOf(fields, 'postponedTo'), language) || t('yearly.notYet'),
      ),
    ),
  )
}

/** What was planned and spent, each currency for itself: nobody's rate of exchange is the right one. */
export function moneyLines(projects: readonly Row[], say: Say): string {
  const { t, language } = say
  return lines(
    ...currencies.map((currency) => {
      const own = projects.filter(({ fields }) => currencyOf(fields) === currency)
      const sum = (name: 'planned' | 'actual'): number | undefined => {
        const cents = own.flatMap(({ fields }) => centsOf(fields, name) ?? [])
        return cents.length > 0 ? cents.reduce((all, one) => all + one, 0) : undefined
      }
      const [planned, actual] = [sum('planned'), sum('actual')]
      if (planned === undefined && actual === undefined) return undefined
      const total = {
        currency,
        ...(planned === undefined ? {} : { planned }),
        ...(actual === undefined ? {} : { actual }),
      }
      return t('yearly.inCurrency', {
        currency: currencyName(currency, language),
        amounts: moneyWords(total, say),
      })
    }),
  )
}

/** Projects that are over and say nothing of what they did cost. */
export const lacksCost = ({ fields }: Row): boolean =>
  stateOf(fields) === 'done' && centsOf(fields, 'actual') === undefined

import type { Row } from '../../../db/show.ts'
import { anniversariesOf, anniversariesOfDate, byDay, type Due } from '../../../records/anniversaries.ts'
import { textOf } from '../../../records/fields.ts'
import { datesOf } from '../../../records/kinds/partnership.ts'
import { isDay } from '../../../shared/day-count.ts'
import type { Names } from '../../../records/names.ts'
import { precisionOf } from '../../../shared/rough-date.ts'
import { roughDate } from '../../../ui/rough-dates.ts'
import type { Material } from './material.ts'
import { row, table, type Say } from './section.ts'

/** An anniversary of an agreement, another paper or a partnership. */
type Told = Due & { readonly what: string; readonly town: string; readonly began: string }

type Sources = Pick<Material, 'documents' | 'partnerships' | 'towns' | 'today'>

const isAgreement = ({ fields }: Row): boolean => fields['type'] === 'agreement'

/** The end of the 24 months that begin today, on the calendar. */
function endOf(today: string): string {
  const year = Number(today.slice(0, 4)) + 2
  const same = `${year}${today.slice(4)}`
  return isDay(same) ? same : `${year}-02-28`
}

const ofPartnerships = ({ partnerships, towns, today }: Sources): Told[] =>
  partnerships.flatMap(({ label, fields }) =>
    anniversariesOf(fields, { from: today, to: endOf(today) }).map(({ on, years, began }) => ({
      on,
      years,
      what: label,
      town: towns.find(({ id }) => id === textOf(fields, 'there'))?.label ?? '',
      began: began.date,
    })),
  )

/** Whether the agreement's anniversary is its partnership's as well: nobody wants to read it twice. */
function isTold({ fields }: Row, partnerships: readonly Row[]): boolean {
  const partnership = partnerships.find(({ id }) => id === textOf(fields, 'partnership'))
  return datesOf(partnership?.fields ?? {}).some(
    ({ value }) => value.counts !== 'nobody' && value.date === textOf(fields, 'date'),
  )
}

const ofDocuments = ({ documents, partnerships, today }: Sources): Told[] =>
  documents.flatMap((of) => {
    const began = textOf(of.fields, 'date')
    if (isTold(of, partnerships)) return []
    return (
      anniversariesOfDate(began, { from: today, to: endOf(today) })
        // An agreement is celebrated like a partnership; of a letter nobody thinks more often than this.
        .filter(({ years }) => isAgreement(of) || years % 25 === 0)
        .map((due) => ({ ...due, what: of.label, town: textOf(of.fields, 'town'), began }))
    )
  })

/** Agreements of which no exact year is known: their anniversaries can't be told. */
export const undatedAgreements = (documents: readonly Row[]): Row[] =>
  documents.filter(
    (of) => isAgreement(of) && ['decade', 'unknown'].includes(precisionOf(textOf(of.fields, 'date'))),
  )

/** The anniversaries of the coming 24 months in a table, each with its beginning, as exactly as somebody knows it. */
export function anniversaryTable(material: Sources, { mask }: Names, { t, language }: Say): string {
  return table(
    [t('yearly.column.when'), t('yearly.column.what'), t('yearly.column.with'), t('yearly.column.began')],
    [...ofPartnerships(material), ...ofDocuments(material)]
      .sort(byDay)
      .map(({ on, years, what, town, began }) =>
        row(
          roughDate(on, language),
          t('yearly.years', { count: years, what: mask(what) || t('yearly.untitled') }),
          town,
          roughDate(began, language),
        ),
      ),
  )
}

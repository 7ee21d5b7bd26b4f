import type { Row } from '../../db/show.ts'
import { mayBePosted } from '../../records/consent.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { datesOf } from '../../records/kinds/partnership.ts'
import { makeNames, type Names } from '../../records/names.ts'
import { tell } from '../../records/translation.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { whenRough } from '../../ui/anniversary-words.ts'
import { dateRange } from '../../ui/date-range.ts'
import { decadeOf, roughDate } from '../../ui/rough-dates.ts'
import type { Translate } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import { draftText, type Told } from './draft.ts'
import type { Material } from './read.ts'

/** The words of a post's own language. */
export type Say = { readonly t: Translate; readonly language: Language }

/** Stands where a name stood; the same in every language. */
export const omission = '[…]'

/** Who may be named in posts. */
export const namesFor = ({ people, towns, today }: Material): Names =>
  makeNames(people, towns, omission, (fields) => mayBePosted(fields, today))

/** In which field a record's story stands; the first that it has. */
const stories = ['story', 'text', 'goal']

/**
 * A text of a record in the post's language. Of what stands in another one only a title is taken: it names something, and
 * a story that half of the readers don't understand helps nobody.
 */
function textIn(fields: Fields, field: string, language: Language): string {
  const told = tell(fields, field, { language, reads: [] })
  const isOther = told.language !== '' && told.language !== language
  return isOther && field !== 'title' ? '' : told.text.trim()
}

/** Whether a text of the record would stand in the post if somebody had translated it. */
export const lacksTranslation = ({ about }: Material, language: Language): boolean =>
  [...stories, 'title'].some((field) => {
    const told = tell(about.fields, field, { language, reads: [] })
    return told.text.trim() !== '' && told.language !== '' && told.language !== language
  })

/** The day from which a record's years count; as exact as somebody knows it. */
function firstDay({ kind, fields }: Row): string {
  if (kind !== 'partnership') return textOf(fields, 'date')
  return datesOf(fields).find(({ value }) => value.counts !== 'nobody')?.value.date ?? ''
}

type When = Pick<Told, 'when' | 'years' | 'isAnniversary' | 'isAhead'>

function whenOf({ about, shown, anniversary, today }: Material, { t, language }: Say): When {
  if (anniversary) {
    const { on, years } = anniversary
    // Of a text that goes elsewhere no place where a word may break is left in it.
    return {
      when: whenRough(on, language).replaceAll('\u00AD', ''),
      years,
      isAnniversary: true,
      isAhead: on > today,
    }
  }
  const date = firstDay(about)
  if (shown) {
    // Whoever reads of what was needs no hours.
    const when = shown.isOver ? dateRange(shown.date, shown.endDate, language) : whenWords(shown, language, t)
    return { when, years: 0, isAnniversary: false, isAhead: !shown.isOver }
  }
  if (about.kind === 'visit')
    return {
      when: dateRange(date, textOf(about.fields, 'endDate'), language),
      years: 0,
      isAnniversary: false,
      isAhead: date > today,
    }
  const year = decadeOf(date) && date.length >= 4 ? Number(date.slice(0, 4)) : undefined
  const years = year === undefined ? 0 : Math.max(0, Number(today.slice(0, 4)) - year)
  return { when: roughDate(date, language), years, isAnniversary: false, isAhead: false }
}

/** What a post about the record tells, in its language; nobody who has not agreed is named. */
function toldOf(material: Material, say: Say): Told {
  const { fields, kind } = material.about
  const { mask, namesOf } = namesFor(material)
  const story = stories.map((field) => textIn(fields, field, say.language)).find(Boolean) ?? ''
  return {
    what: kind === 'visit' || kind === 'event' ? kind : 'anniversary',
    title: mask(textIn(fields, 'title', say.language) || textOf(fields, 'name').trim()),
    place: mask(textOf(fields, 'place').trim()),
    town: textOf(fields, 'town').trim(),
    names: namesOf(tickedIn(fields, 'people')).named,
    story: mask(story),
    ...whenOf(material, say),
  }
}

/** The text that a post begins with. */
export const makeText = (material: Material, say: Say): string => draftText(toldOf(material, say), say)

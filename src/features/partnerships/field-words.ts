import type { Value } from '../../shared/value.ts'
import { counting, dateTypes } from '../../records/kinds/partnership.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import { sayAny, sayChoice, sayDay, sayLanguage, sayRecord, whoseRecord } from '../../ui/sayings.ts'
import { countingKeys, dateTypeKeys, sideKeys } from './words.ts'

const part = (value: Value, name: string): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? sayAny((value as { readonly [part: string]: Value })[name] ?? null)
    : ''

const onSide: FieldWords[string] = {
  name: 'partnerships.who.side',
  say: (value, saying) => (value === null ? saying.t('ui.no') : sayChoice(sideKeys)(value, saying)),
  whose: whoseRecord,
}

/** Whose celebration: its number of years, 25 of '<date>:25'. */
const yearsOf = ([of = '']: readonly string[]): string => of.split(':')[1] ?? ''

/** How the fields of a partnership are called and said. */
export const partnershipWords: FieldWords = {
  name: { name: 'partnerships.name' },
  here: { name: 'partnerships.ourTown', say: sayRecord },
  there: { name: 'partnerships.theirTown', say: sayRecord },
  type: { name: 'partnerships.type', say: sayChoice(linkTypeKeys) },
  state: { name: 'partnerships.state', say: sayChoice(linkStateKeys) },
  stateWhy: { name: 'partnerships.why', long: true },
  dates: {
    name: 'partnerships.date.one',
    say: (value, { t, language }) => {
      if (value === null) return ''
      const type = dateTypes.find((one) => one === part(value, 'type'))
      const counts = counting.find((one) => one === part(value, 'counts'))
      return [
        roughDate(part(value, 'date'), language),
        type && t(dateTypeKeys[type]),
        counts && t(countingKeys[counts]),
        part(value, 'source'),
      ]
        .filter(Boolean)
        .join(', ')
    },
  },
  people: onSide,
  groups: onSide,
  text: { name: 'partnerships.text', long: true },
  language: { name: 'ui.own.language', say: sayLanguage },
  photo: { name: 'partnerships.photo', photo: true },
  plannedOn: { name: 'partnerships.plannedOn', say: sayDay, whose: yearsOf },
  celebratedOn: { name: 'partnerships.celebratedOn', say: sayDay, whose: yearsOf },
  celebration: { name: 'partnerships.celebration', say: sayRecord, whose: yearsOf },
}

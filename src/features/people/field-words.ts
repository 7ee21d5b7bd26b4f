import { uses } from '../../shared/uses.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { contactFields, sayChoice, sayDay, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { wordsOfUse } from '../../ui/use-words.ts'
import { smokingKeys } from './hosting.tsx'
import { languageWord } from './languages.ts'

/** How the fields of a person are called and said. */
export const personWords: FieldWords = {
  ...contactFields,
  givenName: { name: 'people.givenName' },
  familyName: { name: 'people.familyName' },
  familyFirst: {
    name: 'people.order',
    say: sayChoice({ true: 'people.familyFirst', false: 'people.givenFirst' }),
  },
  shownName: { name: 'people.shownName' },
  role: { name: 'people.role' },
  town: { name: 'people.town' },
  address: { name: 'people.address' },
  remarks: { name: 'people.remarks', long: true },
  groups: { name: 'people.groups', say: sayTick, whose: whoseRecord },
  languages: {
    name: 'people.languages',
    say: sayTick,
    whose: ([code = ''], { language }) => languageWord(code, language),
  },
  birthday: { name: 'people.birthday', say: sayDay },
  nameDay: { name: 'people.nameDay', say: sayDay },
  keepFor: { name: 'people.keepFor' },
  keepOn: { name: 'people.keepOn', say: sayDay },
  confirmedOn: { name: 'people.confirmedOn', say: sayDay },
  photosFor: { name: 'people.photosForField' },
  photosOn: { name: 'people.photosOn', say: sayDay },
  namedOn: { name: 'people.namedOn', say: sayDay },
  shownIn: {
    name: 'people.shownIn',
    say: sayTick,
    whose: ([use = ''], { t }) => {
      const known = uses.find((one) => one === use)
      return known ? t(wordsOfUse[known]) : use
    },
  },
  namedInPostsOn: { name: 'people.namedInPostsOn', say: sayDay },
  isMinor: { name: 'people.isMinor', say: sayTick },
  parentsOn: { name: 'people.parentsOn', say: sayDay },
  photo: { name: 'people.photo', photo: true },
}

/** How the fields of what a person offers to guests are called and said. */
export const hostingWords: FieldWords = {
  person: { name: 'people.person', say: sayRecord },
  rooms: { name: 'people.roomsField' },
  beds: { name: 'people.bedsField' },
  pets: { name: 'people.pets' },
  smoking: { name: 'people.smoking.legend', say: sayChoice(smokingKeys) },
  diet: { name: 'people.diet' },
  remarks: { name: 'people.remarks', long: true },
}

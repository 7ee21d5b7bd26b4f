import { languageNames, languages } from '../../shared/language.ts'
import { countryName } from '../../ui/country-name.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { sayAny, sayTick } from '../../ui/sayings.ts'

/** How the fields of a town are called and said. */
export const townWords: FieldWords = {
  name: { name: 'towns.name' },
  names: {
    name: 'towns.otherNames',
    whose: ([code = '']) => {
      const language = languages.find((one) => one === code)
      return language ? languageNames[language] : code
    },
  },
  country: { name: 'ui.place.country', say: (value, { language }) => countryName(sayAny(value), language) },
  land: { name: 'towns.land' },
  lat: { name: 'towns.onMap' },
  lon: { name: 'towns.onMap' },
  population: { name: 'towns.population' },
  place: { name: 'towns.onMap' },
  zone: { name: 'towns.zone' },
  isOurs: { name: 'towns.isOurs', say: sayTick },
  remarks: { name: 'towns.remarks', long: true },
  photo: { name: 'towns.photo', photo: true },
}

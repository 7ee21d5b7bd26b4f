import type { JSX } from 'preact'
import type { Fields, Value } from '../shared/value.ts'
import { countryName, findCountryCodes } from './country-codes.ts'
import { TextField } from './field.tsx'
import { Picker } from './picker.tsx'
import { useText } from './text.ts'

type PlaceFieldsProps = {
  /** What is asked for: the name of which town. */
  label: string
  message?: string | undefined
  /** A town's `name` and `country`. */
  values: Fields
  set: (field: string, value: Value) => void
}

const text = (values: Fields, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** A town by its name and country. */
export function PlaceFields({ label, message, values, set }: PlaceFieldsProps): JSX.Element {
  const { t, language } = useText()
  const country = text(values, 'country')
  return (
    <>
      <TextField
        label={label}
        hint={t('ui.place.hint')}
        message={message}
        value={text(values, 'name')}
        onInput={(name) => set('name', name)}
      />
      <Picker
        label={t('ui.place.country')}
        chosen={country ? countryName(country, language) : t('ui.place.noCountry')}
        changeText={country ? t('ui.place.otherCountry') : t('ui.place.chooseCountry')}
        searchText={t('ui.place.searchCountry')}
        find={(query) => Promise.resolve(findCountryCodes(query, language))}
        onPick={(code) => set('country', code)}
      />
    </>
  )
}

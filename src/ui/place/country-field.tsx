import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fold } from '../../shared/fold.ts'
import { Button, Buttons } from '../button.tsx'
import { Choices } from '../choices.tsx'
import { SearchField } from '../field.tsx'
import { useText } from '../text.ts'

type CountryFieldProps = {
  value: string | undefined
  onChoose: (country: string) => void
  /** All there are (ISO 3166-1). */
  countries: () => Promise<readonly string[]>
}

/** Where twin towns lie most often. */
const usual = ['DE', 'PL', 'HU', 'GB', 'FR', 'TR']
const other = ' other'
const most = 8

/** A country: one tap on a usual one, or found by its first letters. */
export function CountryField({ value, onChoose, countries }: CountryFieldProps): JSX.Element {
  const { t, language } = useText()
  const [searching, setSearching] = useState(false)
  const [query, setQuery] = useState('')
  const [all, setAll] = useState<readonly string[]>([])
  useEffect(() => {
    if (searching) void countries().then(setAll, () => undefined)
  }, [searching])
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const nameOf = (country: string): string => names.of(country) ?? country
  const near = value && !usual.includes(value) ? [...usual, value] : usual
  const found = all
    .map((country) => ({ country, name: nameOf(country) }))
    .filter(({ name }) => ` ${fold(name)}`.includes(` ${fold(query).trim()}`))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    <div class="stack tight">
      <Choices
        legend={t('ui.place.country')}
        beside="wide"
        value={searching ? other : value}
        onChoose={(choice) => {
          setSearching(choice === other)
          if (choice !== other) onChoose(choice)
        }}
        choices={[
          ...near.map((country) => ({ value: country, label: nameOf(country) })),
          { value: other, label: t('ui.place.otherCountry') },
        ]}
      />
      {searching && (
        <>
          <SearchField label={t('ui.place.searchCountry')} value={query} onInput={setQuery} />
          <Buttons column>
            {query.trim() !== '' &&
              found.slice(0, most).map(({ country, name }) => (
                <Button
                  key={country}
                  onPress={() => {
                    onChoose(country)
                    setSearching(false)
                    setQuery('')
                  }}
                >
                  {name}
                </Button>
              ))}
          </Buttons>
        </>
      )}
    </div>
  )
}

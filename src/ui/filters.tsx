import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { sortByName } from '../shared/collate.ts'
import { fold } from '../shared/fold.ts'
import { Button, Buttons } from './button.tsx'
import { countryName } from './country-name.ts'
import { Picker, type Pick } from './picker.tsx'
import { useText } from './text.ts'

/** So many of a long list are offered at once. */
const mostOffered = 8

/** Those in which a word begins as somebody types it. */
export const matching = (picks: readonly Pick[], query: string): Pick[] =>
  picks.filter(({ label }) => ` ${fold(label)}`.includes(` ${fold(query).trim()}`)).slice(0, mostOffered)

type CountryFilterProps = {
  /** ISO 3166, '' for all. */
  country: string
  /** Those there are. */
  countries: () => Promise<readonly string[]>
  /** They come with the likeliest first, which are offered before anything is typed; else they may come in any order. */
  areRanked?: boolean
  onCountry: (country: string) => void
}

/** Only what is of one country. */
export function CountryFilter(props: CountryFilterProps): JSX.Element {
  const { country, countries, areRanked, onCountry } = props
  const { t, language } = useText()
  const find = async (query: string): Promise<Pick[]> => {
    const all = (await countries()).map((id) => ({ id, label: countryName(id, language) }))
    if (areRanked && query.trim() === '') return all.slice(0, mostOffered)
    return matching(
      sortByName(all, ({ label }) => label, language),
      query,
    )
  }
  return (
    <Picker
      label={t('ui.filters.country')}
      chosen={country ? countryName(country, language) : t('ui.filters.anyCountry')}
      changeText={t('ui.filters.chooseCountry')}
      clearText={country ? t('ui.filters.anyCountry') : undefined}
      searchText={t('ui.filters.searchCountry')}
      find={find}
      onPick={onCountry}
    />
  )
}

type FiltersProps = {
  /** How many of them are set. */
  count: number
  onClear: () => void
  children: ComponentChildren
}

/** What narrows a list down: closed until somebody wants it, and then it says how many are set. */
export function Filters({ count, onClear, children }: FiltersProps): JSX.Element {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div class="stack tight">
      {isOpen && <div class="card stack">{children}</div>}
      <Buttons>
        <Button icon={isOpen ? 'check' : 'list'} onPress={() => setOpen(!isOpen)}>
          {isOpen
            ? t('ui.filters.close')
            : count > 0
              ? t('ui.filters.openSet', { number: count })
              : t('ui.filters.open')}
        </Button>
        {count > 0 && (
          <Button icon="x" onPress={onClear}>
            {t('ui.filters.clear')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}

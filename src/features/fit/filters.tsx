import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { sortByName } from '../../shared/collate.ts'
import { fold } from '../../shared/fold.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { countryName } from '../../ui/country-name.ts'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import type { Wish } from './question.ts'

/** Wishes for nothing in particular. */
export const anyTown: Wish = { country: '', km: Infinity, people: [0, Infinity] }

const distances = [500, 1000, 2000, Infinity]
const sizes: readonly Wish['people'][] = [
  [1, 10_000],
  [10_000, 50_000],
  [50_000, 200_000],
  [200_000, Infinity],
  [0, Infinity],
]

type FiltersProps = { wish: Wish; onWish: (wish: Wish) => void; countries: readonly string[] }

const mostCountries = 8

function CountryFilter({ wish, onWish, countries }: FiltersProps): JSX.Element {
  const { t, language } = useText()
  const { country } = wish
  const named = sortByName(
    countries.map((id) => ({ id, label: countryName(id, language) })),
    ({ label }) => label,
    language,
  )
  const find = (query: string): typeof named =>
    named.filter(({ label }) => ` ${fold(label)}`.includes(` ${fold(query).trim()}`)).slice(0, mostCountries)
  return (
    <Picker
      label={t('register.country')}
      chosen={country ? countryName(country, language) : t('register.anyCountry')}
      changeText={t('register.chooseCountry')}
      clearText={country ? t('register.anyCountry') : undefined}
      searchText={t('register.searchCountry')}
      find={(query) => Promise.resolve(find(query))}
      onPick={(picked) => onWish({ ...wish, country: picked })}
    />
  )
}

function Open(props: FiltersProps): JSX.Element {
  const { wish, onWish } = props
  const { t, language } = useText()
  const say = (number: number): string => number.toLocaleString(language)
  const sizeWords = ([least, below]: Wish['people']): string => {
    if (below < Infinity)
      return least > 1
        ? t('fit.between', { least: say(least), most: say(below) })
        : t('fit.below', { most: say(below) })
    return least > 0 ? t('fit.from', { least: say(least) }) : t('fit.anySize')
  }
  return (
    <div class="card stack">
      <CountryFilter {...props} />
      <Choices
        legend={t('fit.distance')}
        beside="wide"
        value={String(wish.km)}
        onChoose={(km) => onWish({ ...wish, km: Number(km) })}
        choices={distances.map((km) => ({
          value: String(km),
          label: km < Infinity ? t('fit.upTo', { km: say(km) }) : t('fit.anyDistance'),
        }))}
      />
      <Choices
        legend={t('fit.size')}
        beside="wide"
        value={String(wish.people)}
        onChoose={(chosen) =>
          onWish({ ...wish, people: sizes.find((one) => String(one) === chosen) ?? anyTown.people })
        }
        choices={sizes.map((people) => ({ value: String(people), label: sizeWords(people) }))}
      />
      <p class="small secondary">{t('fit.sizeHint')}</p>
    </div>
  )
}

/** By country, distance and size; closed until somebody wants it. */
export function Filters(props: FiltersProps): JSX.Element {
  const { wish, onWish } = props
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const count = [wish.country, wish.km < Infinity, String(wish.people) !== String(anyTown.people)].filter(
    Boolean,
  ).length
  return (
    <div class="stack tight">
      {isOpen && <Open {...props} />}
      <Buttons>
        <Button icon={isOpen ? 'check' : 'list'} onPress={() => setOpen(!isOpen)}>
          {isOpen
            ? t('register.closeFilters')
            : count > 0
              ? t('register.filtersSet', { number: count })
              : t('register.filters')}
        </Button>
        {count > 0 && (
          <Button icon="x" onPress={() => onWish(anyTown)}>
            {t('register.noFilters')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}

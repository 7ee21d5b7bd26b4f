import type { JSX } from 'preact'
import { Choices } from '../../ui/choices.tsx'
import { CountryFilter, Filters as Folded } from '../../ui/filters.tsx'
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

const isSet = ({ country, km, people }: Wish): boolean[] => [
  country !== '',
  km < Infinity,
  String(people) !== String(anyTown.people),
]

type FiltersProps = { wish: Wish; onWish: (wish: Wish) => void; countries: readonly string[] }

function SizeFilter({ wish, onWish }: FiltersProps): JSX.Element {
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
    <>
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
    </>
  )
}

/** By country, distance and size; closed until somebody wants it. */
export function Filters(props: FiltersProps): JSX.Element {
  const { wish, onWish, countries } = props
  const { t, language } = useText()
  return (
    <Folded count={isSet(wish).filter(Boolean).length} onClear={() => onWish(anyTown)}>
      <CountryFilter
        country={wish.country}
        countries={() => Promise.resolve(countries)}
        areRanked
        onCountry={(country) => onWish({ ...wish, country })}
      />
      <Choices
        legend={t('fit.distance')}
        beside="wide"
        value={String(wish.km)}
        onChoose={(km) => onWish({ ...wish, km: Number(km) })}
        choices={distances.map((km) => ({
          value: String(km),
          label: km < Infinity ? t('fit.upTo', { km: km.toLocaleString(language) }) : t('fit.anyDistance'),
        }))}
      />
      <SizeFilter {...props} />
    </Folded>
  )
}

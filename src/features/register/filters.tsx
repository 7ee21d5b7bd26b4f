import type { JSX } from 'preact'
import type { Wanted } from '../../db/register/find.ts'
import { countriesOf, type Lines } from '../../db/register/lines.ts'
import { sortByName } from '../../shared/collate.ts'
import { entryTypes, themes } from '../../shared/register/words.ts'
import { Choices, Tick } from '../../ui/choices.tsx'
import { CountryFilter, Filters as Folded, matching } from '../../ui/filters.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'
import { typeKeys } from './words.ts'

/** Looks for nothing in particular. */
export const anything: Wanted = { query: '', country: '', type: '', theme: '', seeking: false }

/** How many of the filters are set. */
const countOf = ({ country, type, theme, seeking }: Wanted): number =>
  [country, type, theme, seeking].filter(Boolean).length

type FiltersProps = { lines: Lines | undefined; wanted: Wanted; onWant: (wanted: Wanted) => void }

function ThemeFilter({ wanted, onWant }: FiltersProps): JSX.Element {
  const { t, language } = useText()
  const { theme } = wanted
  const all = sortByName(
    themes.map((id) => ({ id, label: t(wordsOfTheme[id]) })),
    ({ label }) => label,
    language,
  )
  return (
    <Picker
      label={t('register.themeField')}
      chosen={theme ? t(wordsOfTheme[theme]) : t('register.anyTheme')}
      changeText={t('register.chooseTheme')}
      clearText={theme ? t('register.anyTheme') : undefined}
      searchText={t('register.searchTheme')}
      find={(query) => Promise.resolve(query ? matching(all, query) : all)}
      onPick={(picked) => onWant({ ...wanted, theme: themes.find((one) => one === picked) ?? '' })}
    />
  )
}

function Chosen(props: FiltersProps): JSX.Element {
  const { lines, wanted, onWant } = props
  const { t } = useText()
  return (
    <>
      <CountryFilter
        country={wanted.country}
        countries={() => Promise.resolve(lines ? countriesOf(lines) : [])}
        onCountry={(country) => onWant({ ...wanted, country })}
      />
      <Choices
        legend={t('register.typeField')}
        beside="wide"
        value={wanted.type || 'all'}
        onChoose={(chosen) => onWant({ ...wanted, type: chosen === 'all' ? '' : chosen })}
        choices={[
          { value: 'all' as const, label: t('register.anyType') },
          ...entryTypes.map((value) => ({ value, label: t(typeKeys[value]) })),
        ]}
      />
      <ThemeFilter {...props} />
      <Tick
        label={t('register.onlySeeking')}
        ticked={wanted.seeking}
        onTick={(seeking) => onWant({ ...wanted, seeking })}
      />
    </>
  )
}

/** By country, type, theme, and whether partners are looked for; closed until somebody wants it, and not worked out before. */
export function Filters(props: FiltersProps): JSX.Element {
  const { wanted, onWant } = props
  return (
    <Folded count={countOf(wanted)} onClear={() => onWant({ ...anything, query: wanted.query })}>
      <Chosen {...props} />
    </Folded>
  )
}

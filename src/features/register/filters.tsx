import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Wanted } from '../../db/register/find.ts'
import { countriesOf, type Lines } from '../../db/register/lines.ts'
import { sortByName } from '../../shared/collate.ts'
import { fold } from '../../shared/fold.ts'
import { entryTypes, themes } from '../../shared/register/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { Picker, type Pick } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'
import { countryName } from './places.ts'
import { typeKeys } from './words.ts'

/** Looks for nothing in particular. */
export const anything: Wanted = { query: '', country: '', type: '', theme: '', seeking: false }

/** How many of the filters are set. */
const countOf = ({ country, type, theme, seeking }: Wanted): number =>
  [country, type, theme, seeking].filter(Boolean).length

const matching = (picks: readonly Pick[], query: string): Pick[] =>
  picks.filter(({ label }) => ` ${fold(label)}`.includes(` ${fold(query).trim()}`)).slice(0, 8)

type FiltersProps = { lines: Lines | undefined; wanted: Wanted; onWant: (wanted: Wanted) => void }

function Open({ lines, wanted, onWant }: FiltersProps): JSX.Element {
  const { t, language } = useText()
  const findCountry = (query: string): Promise<Pick[]> => {
    const all = (lines ? countriesOf(lines) : []).map((id) => ({ id, label: countryName(id, language) }))
    return Promise.resolve(
      matching(
        sortByName(all, ({ label }) => label, language),
        query,
      ),
    )
  }
  const allThemes = sortByName(
    themes.map((id) => ({ id, label: t(wordsOfTheme[id]) })),
    ({ label }) => label,
    language,
  )
  const { country, theme } = wanted
  return (
    <div class="card stack">
      <Picker
        label={t('register.country')}
        chosen={country ? countryName(country, language) : t('register.anyCountry')}
        changeText={t('register.chooseCountry')}
        clearText={country ? t('register.anyCountry') : undefined}
        searchText={t('register.searchCountry')}
        find={findCountry}
        onPick={(picked) => onWant({ ...wanted, country: picked })}
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
      <Picker
        label={t('register.themeField')}
        chosen={theme ? t(wordsOfTheme[theme]) : t('register.anyTheme')}
        changeText={t('register.chooseTheme')}
        clearText={theme ? t('register.anyTheme') : undefined}
        searchText={t('register.searchTheme')}
        find={(query) => Promise.resolve(query ? matching(allThemes, query) : allThemes)}
        onPick={(picked) => onWant({ ...wanted, theme: themes.find((one) => one === picked) ?? '' })}
      />
      <Tick
        label={t('register.onlySeeking')}
        ticked={wanted.seeking}
        onTick={(seeking) => onWant({ ...wanted, seeking })}
      />
    </div>
  )
}

/** By country, type, theme, and whether partners are looked for; closed until somebody wants it. */
export function Filters(props: FiltersProps): JSX.Element {
  const { wanted, onWant } = props
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const count = countOf(wanted)
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
          <Button icon="x" onPress={() => onWant({ ...anything, query: wanted.query })}>
            {t('register.noFilters')}
          </Button>
        )}
      </Buttons>
    </div>
  )
}

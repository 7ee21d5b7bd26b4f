import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Place, PlaceFinder } from '../../shared/place.ts'
import { Button } from '../button.tsx'
import { countryName } from '../country-name.ts'
import { TextField } from '../field.tsx'
import { useText } from '../text.ts'
import { CountryField } from './country-field.tsx'
import { FoundPlaces } from './found.tsx'
import { OnMap } from './on-map.tsx'
import { placeHint, placeName } from './place-words.ts'

type PlaceFieldProps = {
  legend: string
  value: Place | undefined
  /** Undefined when another one is to be chosen. */
  onChange: (place: Place | undefined) => void
  finder: PlaceFinder
  /** The country that is chosen to begin with. */
  country?: string
}

/** What was chosen, and where it is. */
function Chosen({ value, onChange, finder }: PlaceFieldProps & { value: Place }): JSX.Element {
  const { t, language } = useText()
  const [near, setNear] = useState<Place>()
  useEffect(() => {
    // Without a list, or a spot, nothing more is said of it.
    if (value.point) void finder.near(value).then(setNear, () => undefined)
  }, [value.id, value.name])
  const land = countryName(value.country, language)
  return (
    <>
      <p>
        <strong>{placeName(value, language)}</strong>
        <span class="hint line">
          {[land, placeHint(value, near, t, language)].filter(Boolean).join(', ')}
        </span>
      </p>
      {value.id === '' && <OnMap place={value} finder={finder} onChange={onChange} />}
      <Button icon="search" onPress={() => onChange(undefined)}>
        {t('ui.place.change')}
      </Button>
    </>
  )
}

/** A place that stands in no list: its name, and its spot on the map if one likes. */
function Own({ value, country, onChange, finder }: PlaceFieldProps & { country: string }): JSX.Element {
  const { t } = useText()
  const place: Place = {
    id: '',
    names: {},
    land: '',
    point: undefined,
    population: 0,
    name: '',
    ...value,
    country,
  }
  return (
    <>
      <TextField
        label={t('ui.place.ownName')}
        value={place.name}
        onInput={(name) => onChange(name === '' ? undefined : { ...place, name })}
      />
      {place.name !== '' && <OnMap place={place} finder={finder} onChange={onChange} />}
    </>
  )
}

/** A town or village: its country, a few letters of its name, a tap. Its own entry is always possible; no number is ever typed. */
export function PlaceField(props: PlaceFieldProps): JSX.Element {
  const { legend, value, onChange, finder } = props
  const { t } = useText()
  const [country, setCountry] = useState(value?.country ?? props.country)
  const [isOwn, setOwn] = useState(false)
  const turn = (own: boolean): void => {
    setOwn(own)
    onChange(undefined)
  }
  return (
    <fieldset class="stack">
      <legend class="label">{legend}</legend>
      {value && !isOwn ? (
        <Chosen {...props} value={value} />
      ) : (
        <>
          <CountryField
            value={country}
            onChoose={(next) => {
              setCountry(next)
              if (value) onChange({ ...value, country: next })
            }}
            countries={finder.countries}
          />
          {country && !isOwn && (
            <FoundPlaces key={country} country={country} finder={finder} onChoose={onChange} />
          )}
          {country && isOwn && <Own {...props} country={country} />}
          {country && (
            <Button icon={isOwn ? 'search' : 'pencil'} onPress={() => turn(!isOwn)}>
              {isOwn ? t('ui.place.fromList') : t('ui.place.own')}
            </Button>
          )}
        </>
      )}
    </fieldset>
  )
}

import type { JSX } from 'preact'
import type { Place, PlaceFinder } from '../../shared/place.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { Icon } from '../icon.tsx'
import { useText } from '../text.ts'
import { PlaceField } from './place-field.tsx'

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** The place that a town's fields say; undefined while it has no name. */
function placeIn(fields: Fields): Place | undefined {
  const [name, lat, lon, population] = ['name', 'lat', 'lon', 'population'].map((field) => fields[field])
  if (!text(name)) return undefined
  return {
    id: text(fields['place']),
    name: text(name),
    names: {},
    country: text(fields['country']),
    land: text(fields['land']),
    point: typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined,
    population: typeof population === 'number' ? population : 0,
  }
}

/** The fields of a town at that place; all of them empty for none. */
export const fieldsAt = (place: Place | undefined): Fields => ({
  name: place?.name ?? '',
  country: place?.country ?? '',
  land: place?.land ?? '',
  lat: place?.point?.lat ?? null,
  lon: place?.point?.lon ?? null,
  population: place?.population || null,
  place: place?.id ?? '',
})

type TownPlaceProps = {
  legend: string
  message: string | undefined
  values: Fields
  onChange: (fields: Fields) => void
  finder: PlaceFinder
  /** Where the town is likely to lie: in the reader's own country. */
  isNear?: boolean
}

const countryOf = { de: 'DE', en: 'GB', pl: 'PL', hu: 'HU' } as const

/** A town's name and where it lies, chosen as a place. */
export function TownPlace(props: TownPlaceProps): JSX.Element {
  const { legend, message, values, onChange, finder, isNear } = props
  const { language } = useText()
  return (
    <div class="stack tight">
      {message && (
        <p class="message" role="alert">
          <Icon name="circle-alert" />
          <span>{message}</span>
        </p>
      )}
      <PlaceField
        legend={legend}
        value={placeIn(values)}
        onChange={(place) => onChange(fieldsAt(place))}
        finder={finder}
        {...(isNear ? { country: countryOf[language] } : {})}
      />
    </div>
  )
}

import type { Language } from '../../shared/language.ts'
import { placeNameIn, type Place } from '../../shared/place.ts'
import type { Translate } from '../text.ts'

/** "Krakau (Kraków)", or the name alone where it is the same in the reader's language. */
export function placeName(place: Place, language: Language): string {
  const name = placeNameIn(place, language)
  return name === place.name ? name : `${name} (${place.name})`
}

/** "17.500 Einwohner, bei Warschau": as much of it as is known. */
export function placeHint(place: Place, near: Place | undefined, t: Translate, language: Language): string {
  const count = Number(place.population.toPrecision(3))
  const number = new Intl.NumberFormat(language).format(count)
  return [
    count > 0 && t('ui.place.inhabitants', { count, number }),
    near && t('ui.place.near', { town: placeNameIn(near, language) }),
  ]
    .filter(Boolean)
    .join(', ')
}

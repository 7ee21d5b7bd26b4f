import { fold } from '../shared/fold.ts'
import type { Language } from '../shared/language.ts'
import type { Pick } from './picker.tsx'

/** Countries where twin towns lie, each with its zone; those one needs most stand first. */
const zonesByCountry: readonly (readonly [string, string])[] = [
  ['DE', 'Europe/Berlin'],
  ['GB', 'Europe/London'],
  ['PL', 'Europe/Warsaw'],
  ['HU', 'Europe/Budapest'],
  ['FR', 'Europe/Paris'],
  ['TR', 'Europe/Istanbul'],
  ['AT', 'Europe/Vienna'],
  ['BA', 'Europe/Sarajevo'],
  ['BE', 'Europe/Brussels'],
  ['BG', 'Europe/Sofia'],
  ['CH', 'Europe/Zurich'],
  ['CY', 'Asia/Nicosia'],
  ['CZ', 'Europe/Prague'],
  ['DK', 'Europe/Copenhagen'],
  ['EE', 'Europe/Tallinn'],
  ['ES', 'Europe/Madrid'],
  ['FI', 'Europe/Helsinki'],
  ['GE', 'Asia/Tbilisi'],
  ['GR', 'Europe/Athens'],
  ['HR', 'Europe/Zagreb'],
  ['IE', 'Europe/Dublin'],
  ['IL', 'Asia/Jerusalem'],
  ['IS', 'Atlantic/Reykjavik'],
  ['IT', 'Europe/Rome'],
  ['JP', 'Asia/Tokyo'],
  ['LT', 'Europe/Vilnius'],
  ['LU', 'Europe/Luxembourg'],
  ['LV', 'Europe/Riga'],
  ['MD', 'Europe/Chisinau'],
  ['ME', 'Europe/Podgorica'],
  ['MK', 'Europe/Skopje'],
  ['NL', 'Europe/Amsterdam'],
  ['NO', 'Europe/Oslo'],
  ['PT', 'Europe/Lisbon'],
  ['RO', 'Europe/Bucharest'],
  ['RS', 'Europe/Belgrade'],
  ['SE', 'Europe/Stockholm'],
  ['SI', 'Europe/Ljubljana'],
  ['SK', 'Europe/Bratislava'],
  ['UA', 'Europe/Kiev'],
  ['US', 'America/New_York'],
  ['US', 'America/Chicago'],
  ['US', 'America/Denver'],
  ['US', 'America/Los_Angeles'],
]

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

function nameOf([country, zone]: readonly [string, string], language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  const isOneOfMany = zonesByCountry.filter(([one]) => one === country).length > 1
  return isOneOfMany ? `${name}, ${cityOf(zone)}` : name
}

/** The country of a zone in the reader's language; of a zone that is not in the list its city. */
export function countryOfZone(zone: string, language: Language): string {
  const found = zonesByCountry.find(([, one]) => one === zone)
  return found ? nameOf(found, language) : cityOf(zone)
}

const most = 6

/** The countries in whose names a word begins as typed, or the usual ones, as picks whose ids are zones. */
export function findCountries(query: string, language: Language): Pick[] {
  const typed = fold(query).trim()
  return zonesByCountry
    .map((one) => ({ id: one[1], label: nameOf(one, language) }))
    .filter(({ label }) => ` ${fold(label)}`.includes(` ${typed}`))
    .slice(0, most)
}

import type { Place } from '../../db/register/town.ts'
import type { Language } from '../../shared/language.ts'

const names = new Map<Language, Intl.DisplayNames>()

/** A country's name in the reader's language; of an unknown code the code. */
export function countryName(country: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  names.set(language, known)
  try {
    return known.of(country) ?? country
  } catch {
    return country
  }
}

/** A number of an address, if it is one. */
const degree = (text: string | undefined): number | null => {
  const number = Number(text)
  return text && Number.isFinite(number) ? number : null
}

/** The town that such an address names. */
export function townIn(params: { readonly [name: string]: string }): Place {
  const [lat, lon] = (params['point'] ?? '').split(',').map(degree)
  const written = params['name'] ?? ''
  return { name: decoded(written), country: params['country'] ?? '', lat: lat ?? null, lon: lon ?? null }
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

import { fold, foldWords } from '../../shared/fold.ts'
import { languages, type Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { textOf } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/** A town's name in a language, if the association wants one there; else its own. */
export const townNameIn = (fields: Fields, language: Language): string =>
  textOf(fields, `names/${language}`).trim() || textOf(fields, 'name').trim()

/** All its names, its own first, each once. */
export const townNames = (fields: Fields): string[] =>
  [
    ...new Set(
      ['name', ...languages.map((language) => `names/${language}`)].map((name) =>
        textOf(fields, name).trim(),
      ),
    ),
  ].filter(Boolean)

/** Where a town lies, in degrees; undefined where nobody said so. */
export function pointOf(fields: Fields): { readonly lat: number; readonly lon: number } | undefined {
  const { lat, lon } = fields
  return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined
}

/**
 * A town: `name` (the local one), `names/<language>` (only where the association wants another one there), `country` (ISO
 * 3166-1, 'PL'), `land` (ISO 3166-2, 'DE-BE'; where holidays differ by it), `lat` and `lon` (degrees), `population`,
 * `place` (its GeoNames id as text), `zone` (an IANA name), `isOurs` (the town, or one of them, whose association this is),
 * `remarks`, `photo`. Other records name a town by the text in their field `town`.
 */
export const town: RecordKind = {
  kind: 'town',
  path: 'towns',
  label: (fields) => textOf(fields, 'name'),
  detail: (fields) => textOf(fields, 'country'),
  sort: (fields) => fold(textOf(fields, 'name')),
  isLookedUp: true,
  words: (fields) => foldWords([...townNames(fields), textOf(fields, 'remarks')].join(' ')),
  photo: (fields) => textOf(fields, 'photo'),
}

export { town as kind }

import { foldWords } from '../../shared/fold.ts'
import { languages, type Language } from '../../shared/language.ts'
import { entryTypes, themes, type EntryType, type Theme } from '../../shared/register/words.ts'
import type { Fields } from '../../shared/value.ts'
import { textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

/** What it is an entry of; one that says nothing, or a word of a newer version, is a request for advice. */
export const entryTypeOf = (fields: Fields): EntryType =>
  entryTypes.find((type) => type === fields['type']) ?? 'advice'

/** The themes that are ticked, in the order of the list. */
export const themesOf = (fields: Fields): Theme[] => {
  const ticked = new Set(tickedIn(fields, 'themes'))
  return themes.filter((theme) => ticked.has(theme))
}

/** A text in each language, '' where there is none: `list` is 'texts' or 'again'. */
export const textsOf = (
  fields: Fields,
  list: 'texts' | 'again',
): { readonly [language in Language]: string } => {
  const text = (language: Language): string => textOf(fields, `${list}/${language}`).trim()
  return { de: text('de'), en: text('en'), hu: text('hu'), pl: text('pl') }
}

/** The revision that the exchange has acknowledged, 0 for none. */
export const revisionOf = (fields: Fields): number => {
  const value = fields['revision']
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** Whether it stands in the register, as far as the notebook knows. */
export const isPublic = (fields: Fields): boolean =>
  revisionOf(fields) > 0 && textOf(fields, 'publishedAt') !== '' && textOf(fields, 'withdrawnAt') === ''

/**
 * Whether the register shows what the notebook withdrew: as it stood before, for a later revision is somebody's wish. So it is after the
 * exchange was set back.
 */
export const cameBack = (
  fields: Fields,
  item: { readonly state: string; readonly revision: number } | undefined,
): boolean =>
  revisionOf(fields) > 0 &&
  !isPublic(fields) &&
  item?.state === 'published' &&
  item.revision <= revisionOf(fields)

/**
 * What stands in the public register, or is to: `about` (the record that it tells of, '' for none), `type`, `entry` (its id there,
 * nothing of the notebook's), `association`, `title` in `language`, `texts/<language>`, `again/<language>` and `withWhom` (of an
 * experience), `themes/<theme>`, `seeking` (partners), `towns/<town>`, `dates/<id>`, `shows/<fact>`: true for what is told, `mail`, `web` and
 * `phone` of the association. Of what was acknowledged: `revision`, `publishedAt` (first) and `changedAt` (last, ISO times),
 * `published` (what it says there), `withdrawnAt`. `writtenAt`.
 */
export const publication: RecordKind = {
  kind: 'publication',
  path: 'register',
  label: (fields) => textOf(fields, 'title'),
  detail: (fields) => textOf(fields, 'association'),
  sort: (fields) => textOf(fields, 'writtenAt'),
  words: (fields) =>
    foldWords(
      ['title', 'withWhom', ...languages.map((language) => `texts/${language}`)]
        .map((name) => textOf(fields, name))
        .join(' '),
    ),
  about: (fields) => [textOf(fields, 'about'), ...tickedIn(fields, 'towns')].filter(Boolean),
}

export { publication as kind }

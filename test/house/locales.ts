import { existsSync } from 'node:fs'
import type { SourceFile } from './imports.ts'

export const languages = ['de', 'en', 'pl', 'hu'] as const
export type Language = (typeof languages)[number]
/** The texts of one language by whole key: `people.guests_other`. */
export type Texts = Record<string, string>
export type Locales = Record<Language, Texts>

const allForms = ['zero', 'one', 'two', 'few', 'many', 'other']
const pluralForm = new RegExp(`_(${allForms.join('|')})$`)
const plurals: Record<Language, string[]> = {
  de: ['one', 'other'],
  en: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
  hu: ['one', 'other'],
}
const comment = /^\s*(?:\/\*|\*|\/\/).*$/gm
const fileName = /\.(tsx?|css|csv|html|ics|jpe?g|json|pdf|png|svg|vcf|webp|zip)$/

/** Turns the nested object of a locale file into whole keys. Throws if a value is neither a text nor an object. */
export function flatten(tree: unknown, above = ''): Texts {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) throw new Error(`${above} is no text`)
  const pairs = Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = above === '' ? name : `${above}.${name}`
    return typeof value === 'string' ? [[key, value] as const] : Object.entries(flatten(value, key))
  })
  return Object.fromEntries(pairs)
}

/** `people.guests` for `people.guests_few`: the key as it stands in the source. */
export function keyOf(name: string): string {
  return name.replace(pluralForm, '')
}

/** All keys of all languages as they stand in the source. */
export function keysOf(locales: Locales): string[] {
  return [...new Set(languages.flatMap((language) => Object.keys(locales[language]).map(keyOf)))].sort()
}

/** The texts of a key in one language: one, or one for each plural form. */
export function formsOf(texts: Texts, key: string): [string, string][] {
  // Asked for by name: looking through all texts for each of all keys takes half a minute.
  const names = [key, ...allForms.map((form) => `${key}_${form}`)].filter((name) => keyOf(name) === key)
  return names.flatMap((name): [string, string][] => {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined
    return text === undefined ? [] : [[name, text]]
  })
}

/** Keys that a language lacks. */
export function absent(locales: Locales): string[] {
  return keysOf(locales).flatMap((key) =>
    languages
      .filter((language) => formsOf(locales[language], key).length === 0)
      .map((language) => `${language} has no ${key}`),
  )
}

/** Plural keys without all forms of their language, or with one that it does not have. */
export function wrongPlurals(locales: Locales): string[] {
  const forms = (language: Language, key: string) =>
    formsOf(locales[language], key)
      .map(([name]) => pluralForm.exec(name)?.[1] ?? '')
      .sort()
  const plural = keysOf(locales).filter((key) =>
    languages.some((one) => forms(one, key).some((form) => form !== '')),
  )
  return plural.flatMap((key) =>
    languages
      .filter((language) => forms(language, key).join() !== [...plurals[language]].sort().join())
      .map((language) => `${language} ${key} needs exactly the forms _${plurals[language].join(', _')}`),
  )
}

/** Keys whose {{variables}} differ between languages or forms. The form for 1 may leave out the count. */
export function wrongVariables(locales: Locales): string[] {
  return keysOf(locales).flatMap((key) => {
    const all = languages.flatMap((language) =>
      formsOf(locales[language], key).map(([name, text]) => ({
        language,
        name,
        variables: variablesOf(text),
      })),
    )
    const wanted = [...new Set(all.flatMap((one) => one.variables))].sort()
    const lacking = all.filter((one) =>
      wanted.some(
        (name) => !one.variables.includes(name) && !(name === 'count' && one.name.endsWith('_one')),
      ),
    )
    return lacking.map((one) => `${one.language} ${one.name} needs {{${wanted.join('}}, {{')}}}`)
  })
}

function variablesOf(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '')
}

/** All words in quotes in the source that could be a key, with the file they stand in. */
function literalsOf(files: SourceFile[]): { path: string; literal: string }[] {
  return files.flatMap(({ path, text }) =>
    [...text.replaceAll(comment, '').matchAll(/(['"`])([\w.-]+)\1/g)].map((match) => ({
      path,
      literal: match[2] ?? '',
    })),
  )
}

/** Keys that stand nowhere in the source. */
export function unused(locales: Locales, files: SourceFile[]): string[] {
  const literals = new Set(literalsOf(files).map((one) => one.literal))
  const idle = keysOf(locales).filter((key) => !literals.has(key))
  return idle.map((key) => `${key} is used nowhere`)
}

/** Words in quotes that are passed to t(), or that begin like a key, and are none. */
export function missing(locales: Locales, files: SourceFile[]): string[] {
  const keys = new Set(keysOf(locales))
  const tops = new Set([...keys].map((key) => key.split('.')[0] ?? ''))
  const passed = files.flatMap(({ path, text }) =>
    [...text.matchAll(/\bt\(\s*(['"`])([^'"`$]*)\1/g)].map((match) => ({ path, literal: match[2] ?? '' })),
  )
  const alike = literalsOf(files).filter(
    ({ literal }) =>
      /^\w+(\.\w+)+$/.test(literal) && tops.has(literal.split('.')[0] ?? '') && !fileName.test(literal),
  )
  const wrong = [...passed, ...alike].filter((one) => !keys.has(one.literal))
  return [...new Set(wrong.map((one) => `${one.path} shows ${one.literal}, which is no key`))]
}

/** Keys that are put together: nobody could find where they are used. */
export function glued(files: SourceFile[]): string[] {
  const wrong = files.filter(({ text }) => /\bt\(\s*(`[^`]*\$\{|(['"`])[^'"`]*\2\s*\+)/.test(text))
  return wrong.map((file) => `${file.path} glues a key: write it whole`)
}

/** The folder that a top key belongs to, whether or not it is there. */
function folderOf(top: string, exists: (path: string) => boolean): string {
  if (top === 'ui' || top === 'app') return `src/${top}`
  if (top === 'problems') return 'src/ui'
  const places = ['src/features', 'src/ui', 'src/app'].map((room) => `${room}/${top}`)
  return places.find(exists) ?? `src/features/${top}`
}

/** Top keys without a folder of that name, or whose folder uses none of its keys. */
export function homelessKeys(
  locales: Locales,
  files: SourceFile[],
  exists = existsSync as (path: string) => boolean,
) {
  const literals = literalsOf(files)
  const tops = [...new Set(keysOf(locales).map((key) => key.split('.')[0] ?? ''))]
  return tops.flatMap((top) => {
    const folder = folderOf(top, exists)
    if (!exists(folder)) return [`${top} belongs to ${folder}, which is not there`]
    const used = literals.some(
      ({ path, literal }) => path.startsWith(`${folder}/`) && literal.startsWith(`${top}.`),
    )
    return used ? [] : [`${folder} uses no key of ${top}`]
  })
}

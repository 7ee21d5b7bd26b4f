import { readFileSync } from 'node:fs'
import type { Language } from '../../src/shared/language.ts'

type Tree = { readonly [key: string]: string | Tree }

function read(language: Language): Tree {
  return JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')) as Tree
}

function find(tree: Tree, key: string): string | undefined {
  let found: string | Tree | undefined = tree
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : undefined
}

export type Say = (key: string, variables?: { readonly [name: string]: string | number }) => string

/** The words of the screens in a language, by their key; so one scenario runs in each of them. */
export function wordsOf(language: Language): Say {
  const tree = read(language)
  return (key, variables = {}) => {
    const count = variables['count']
    const form = typeof count === 'number' ? `${key}_${new Intl.PluralRules(language).select(count)}` : key
    const text = find(tree, form)
    if (text === undefined) throw new Error(`no words for ${form} in ${language}`)
    // Accessible names know one kind of space only.
    return text
      .replaceAll('\u00A0', ' ')
      .replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(variables[name]))
  }
}

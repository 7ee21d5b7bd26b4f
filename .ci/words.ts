// The texts of the screens in small parts, so that the first screen waits for its own alone: a plugin for Vite.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

type Words = { readonly [key: string]: string | Words }

const main = 'src/app/main.tsx'
const features = 'src/features'
const moduleId = 'virtual:words'
const staticImport = /^[ \t]*(?:import|export)\b(?![^'"]*\btype \{)[^'"`;=]*?\bfrom\s*'(\.[^']+\.tsx?)'/gm
const partImport = /\bimport\('(\.[^']+\.tsx)'\)/g
const startImport = /onStart:[^}]*?import\(\s*'([^']+)'/g

/** The files and all that they import at once. */
function reach(files: readonly string[], met = new Set<string>()): Set<string> {
  for (const file of files) {
    if (met.has(file) || !existsSync(file)) continue
    met.add(file)
    const text = readFileSync(file, 'utf8')
    reach(
      [...text.matchAll(staticImport)].map((found) => join(dirname(file), found[1] ?? '')),
      met,
    )
  }
  return met
}

/** What stands on Start beside the static imports of main.tsx: each feature's section there. */
export const filesOnStart = (): string[] =>
  readdirSync(features).flatMap((name) => {
    const file = `${features}/${name}/feature.ts`
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return [...text.matchAll(startImport)].map((found) => join(features, name, found[1] ?? ''))
  })

/** What a part of Start loads behind itself, where there is something to show: nobody learns other texts for it. */
const partsBehind = (files: ReadonlySet<string>): Set<string> =>
  reach(
    [...files].flatMap((file) => {
      if (!file.startsWith(features) || file.endsWith('/feature.ts')) return []
      const found = readFileSync(file, 'utf8').matchAll(partImport)
      return [...found].map((one) => join(dirname(file), one[1] ?? ''))
    }),
  )

/** All that could be the name of a text in the sources of the first screen. */
function firstKeys(): Set<string> {
  const atOnce = reach([main, ...filesOnStart()])
  const texts = [...atOnce, ...partsBehind(atOnce)].map((file) => readFileSync(file, 'utf8'))
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map((one) => one[1] ?? '')),
  )
}

const bare = (key: string): string => key.replace(/_(?:one|few|many|other)$/, '')

/** The texts whose whole name passes, nested as they were. */
function pick(words: Words, passes: (key: string) => boolean, path = ''): Words {
  const entries = Object.entries(words).flatMap(([name, value]): [string, string | Words][] => {
    const key = path ? `${path}.${name}` : name
    if (typeof value === 'string') return passes(bare(key)) ? [[name, value]] : []
    const inner = pick(value, passes, key)
    return Object.keys(inner).length > 0 ? [[name, inner]] : []
  })
  return Object.fromEntries(entries)
}

const read = (language: string): Words =>
  JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Words

/**
 * The parts beside 'first', by their top keys: what the very first screen needs, what Start says once the notebook is
 * shared, and 'rest' is all others.
 */
const topKeys: { readonly [part: string]: string } = { ui: 'ui', welcome: 'welcome', saved: 'saved' }
const partNames = ['first', ...Object.keys(topKeys), 'rest']

const partOf = (key: string): string => topKeys[key.split('.')[0] ?? ''] ?? 'rest'

/** 'first' is what the first screen says; the other parts are what else there is. */
function part(language: string, name: string): Words {
  const first = firstKeys()
  return pick(read(language), (key) => (first.has(key) ? 'first' : partOf(key)) === name)
}

/** The module whose `parts` load one part each, by '<language>/<part>'. */
function index(): string {
  const languages = readdirSync('locales').flatMap((file) => /^(\w+)\.json$/.exec(file)?.[1] ?? [])
  const lines = languages.flatMap((language) =>
    partNames.map((name) => `'${language}/${name}': () => import('${moduleId}/${language}/${name}'),`),
  )
  return `export const parts = {\n${lines.join('\n')}\n}`
}

/** Makes `virtual:words` of the files in locales. */
export function wordsInParts(): Plugin {
  return {
    name: 'words-in-parts',
    resolveId: (id) => (id.startsWith(moduleId) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${moduleId}`)) return null
      const [, language = '', name = ''] = id.split('/')
      return language ? `export default ${JSON.stringify(part(language, name))}` : index()
    },
  }
}

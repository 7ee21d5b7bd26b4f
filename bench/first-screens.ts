import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../src/shared/language.ts'
import { scriptsIn, filesOf, readManifest, total, weigh, type Piece } from './dist.ts'

/** What each of the two first screens loads beside the page itself. The bench compares it with what a browser asks for. */
const sources = {
  // Start itself lies in the first file, and the parts of Start lie in one other.
  start: {
    modules: [
      'src/features/events/next.tsx',
      'src/features/news/on-start.tsx',
      'src/features/notes/newest.tsx',
      'src/features/steps/today/card.tsx',
      'src/features/visits/on-start.tsx',
    ],
    words: ['first'],
  },
  welcome: {
    modules: ['src/features/welcome/welcome.tsx', 'src/db/make-space.ts'],
    words: ['first', 'ui', 'welcome'],
  },
} as const

/** What is asked for when the first screen stands already: no part of its weight. */
const later = {
  modules: [
    'src/sync/start.ts',
    'src/sync/exchange.worker.ts',
    'src/ui/update.ts',
    'src/app/problem.tsx',
    'src/features/backup/reminder.tsx',
    'src/features/room/room.ts',
  ],
  words: ['ui', 'rest'],
} as const

export type FirstScreen = keyof typeof sources

type Sources = { readonly modules: readonly string[]; readonly words: readonly string[] }

function filesIn(dist: string, { modules, words }: Sources, language: string): string[] {
  const texts = words.map((part) => `virtual:words/${language}/${part}`)
  return filesOf(readManifest(dist), [...modules, ...texts])
}

/** The JavaScript files of a first screen with one language's texts. */
export function scriptsOf(dist: string, screen: FirstScreen, language: string): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const modules = filesIn(dist, sources[screen], language)
  return [...new Set([...scriptsIn(html), ...modules])]
}

/** The same, weighed, in the language with the longest texts. */
export function heaviest(dist: string, screen: FirstScreen): Piece[] {
  const all = languages.map((language) => scriptsOf(dist, screen, language).map((file) => weigh(dist, file)))
  return all.sort((a, b) => total(b) - total(a))[0] ?? []
}

/** The JavaScript files that may come after the first screen without being opened. */
export const scriptsAfter = (dist: string, language: string): string[] => filesIn(dist, later, language)

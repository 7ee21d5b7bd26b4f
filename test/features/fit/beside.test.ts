import { expect, it } from 'vitest'
import { sourcesUnder } from '../../house/files.ts'
import type { SourceFile } from '../../house/imports.ts'
import { posix } from 'node:path'

const files = new Map(sourcesUnder('src').map((file) => [file.path, file]))

/** Files that a file brings along when it runs: what it imports for its types alone is gone by then. */
function runsWith({ path, text }: SourceFile): string[] {
  const statements = text.matchAll(/^(import|export)\b(?! type\b)(?:[^'"`;=]*?\bfrom)?\s*'(\.[^']+)'/gm)
  const calls = text.matchAll(/\bimport\('(\.[^']+)'\)/g)
  return [
    ...[...statements].map((found) => found[2] ?? ''),
    ...[...calls].map((found) => found[1] ?? ''),
  ].map((specifier) => posix.join(posix.dirname(path), specifier))
}

function allFrom(start: string): string[] {
  const found = new Set<string>()
  const open = [start]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = files.get(path)
    if (found.has(path) || !file) continue
    found.add(path)
    open.push(...runsWith(file))
  }
  return [...found]
}

const computing = (paths: readonly string[]): string[] =>
  paths.filter((path) => path.startsWith('src/records/fit/'))

it('the worker brings along what computes, with what it learned', () => {
  const all = allFrom('src/features/fit/fit.worker.ts')
  expect(computing(all)).toEqual(
    expect.arrayContaining(['src/records/fit/graph.ts', 'src/records/fit/rank.ts']),
  )
})

it('no screen can compute: nothing that the app begins with, or any screen, brings it along', () => {
  const app = allFrom('src/app/main.tsx')
  expect(app).toContain('src/features/fit/suggestions.tsx')
  expect(app.length).toBeGreaterThan(300)
  expect(computing(app)).toEqual([])
})

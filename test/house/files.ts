import { readFileSync, readdirSync } from 'node:fs'
import type { SourceFile } from './imports.ts'

/** The paths of all files under a folder, from the root of the repository, with forward slashes, sorted. */
export function pathsUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`)
  return paths.map((path) => path.replaceAll('\\', '/')).sort()
}

/** The TypeScript files under a folder with their text. */
export function sourcesUnder(folder: string): SourceFile[] {
  const paths = pathsUnder(folder).filter((path) => /\.tsx?$/.test(path))
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

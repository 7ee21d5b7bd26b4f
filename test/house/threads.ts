import { posix } from 'node:path'
import type { SourceFile } from './imports.ts'

// Types load nothing, and `new URL` starts a thread of its own.
const statement = /^[ \t]*(?:import|export)\b(?!\s+type\b)(?:[^'"`;=]*?\bfrom)?\s*(['"])([^'"\n]+)\1/gm
const call = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`\n]+)\1/g

/** Every file that runs in the thread which begins with this one, at once or when it is needed, the first one among them. */
export function loadedBy(files: readonly SourceFile[], first: string): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const loaded = new Set<string>()
  const load = (path: string): void => {
    const text = texts.get(path)
    if (text === undefined || loaded.has(path)) return
    loaded.add(path)
    for (const pattern of [statement, call])
      for (const [, , specifier = ''] of text.matchAll(pattern))
        if (specifier.startsWith('.')) load(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
  }
  load(first)
  return [...loaded].sort()
}

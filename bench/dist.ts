import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What Vite notes of one built file: its name under dist/ and the keys of those it imports at once. */
type Chunk = { readonly file: string; readonly imports?: readonly string[] }
export type Manifest = { readonly [source: string]: Chunk }

/** One file as it goes over the wire. */
export type Piece = { readonly file: string; readonly gzip: number }

/** The build's list of files by source; `vite build` leaves it in dist/.vite. */
export function readManifest(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
}

/** The files of these sources and of all that they import at once, in the order in which they were met. */
export function filesOf(manifest: Manifest, sources: readonly string[]): string[] {
  const met = new Set<string>()
  const follow = (source: string): void => {
    const chunk = manifest[source]
    if (!chunk)
      throw new Error(`The build has no ${source}: was it renamed? bench/first-screens.ts names it.`)
    if (met.has(chunk.file)) return
    met.add(chunk.file)
    chunk.imports?.forEach(follow)
  }
  sources.forEach(follow)
  return [...met]
}

/** The scripts that a page names itself. */
export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script [^>]*src="\/([^"]+)"/g)].flatMap((found) => found[1] ?? [])
}

/** The files that the service worker keeps, from the list that the build wrote into it. */
export function precachedIn(worker: string): string[] {
  const entries = /\[\{"revision":[^\]]*\]/.exec(worker)?.[0]
  if (!entries) throw new Error('The service worker holds no list of files.')
  const list = JSON.parse(entries) as { url: string }[]
  return [...new Set(list.map((entry) => entry.url))]
}

/** Bytes of a file after gzip -9. */
export function weigh(dist: string, file: string): Piece {
  return { file, gzip: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }
}

/** The sum of their bytes. */
export const total = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.gzip, 0)

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex, type Bytes } from '../../src/shared/bytes.ts'
import { digestOf } from '../../src/shared/digest.ts'
import type { Found } from './fuzz.ts'

const folder = join(import.meta.dirname, 'corpus')
const fresh = join('test-results', 'fuzz')

/** An input that was found once. `what` was wrong with it then. */
export type Kept = { readonly target: string; readonly what: string; readonly input: Bytes }

export function readKept(file: string): Kept {
  const { target, what, input } = JSON.parse(readFileSync(file, 'utf8')) as { [field: string]: string }
  return { target: target ?? '', what: what ?? '', input: new Uint8Array(Buffer.from(input ?? '', 'base64')) }
}

/** Everything that was ever found, by file. */
export const corpus = (): { readonly file: string; readonly kept: Kept }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, kept: readKept(join(folder, file)) }))

const here = new URL('../..', import.meta.url).href

/** Writes what was found, by target and seed; returns the file. */
export function keep({ target, what, input }: Found, seed: number): string {
  mkdirSync(fresh, { recursive: true })
  const file = join(fresh, `${target}-${toHex(digestOf(input)).slice(0, 12)}.json`)
  // Where the project lies on this machine is nobody's concern.
  const kept = { target, what: what.replaceAll(here, ''), seed, input: Buffer.from(input).toString('base64') }
  writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`)
  return file
}

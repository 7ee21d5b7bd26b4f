import { readConfig } from '../../config.ts'
import { openSqlite } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import { secureRandom } from '../../../shared/ids.ts'
import { toHex } from '../../../shared/bytes.ts'

/** What a command of the operator is told, and with what it works. */
export type Told = {
  readonly words: readonly string[]
  readonly store: Store
  readonly now: number
  readonly mark: () => string
}

/** The value behind `--name`, and the words without it. */
export function optionIn(
  words: readonly string[],
  name: string,
): { value: string | undefined; rest: string[] } {
  const at = words.indexOf(`--${name}`)
  if (at < 0) return { value: undefined, rest: [...words] }
  return { value: words[at + 1], rest: words.toSpliced(at, 2) }
}

/** Runs a command on the store's file, also while the server runs. What it throws is told in one line, and nothing was changed. */
export async function runCommand(work: (told: Told) => Promise<string>): Promise<void> {
  let store: Store | undefined
  try {
    store = openSqlite(readConfig(process.env).dataFile)
    const mark = () => toHex(secureRandom(new Uint8Array(8)))
    console.log(await work({ words: process.argv.slice(2), store, now: Date.now(), mark }))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  } finally {
    await store?.close()
  }
}

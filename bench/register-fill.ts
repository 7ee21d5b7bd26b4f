import { sign, makeSignPair } from '../src/crypto/sign.ts'
import { packed } from '../src/server/register/pack.ts'
import type { Store } from '../src/server/store/store.ts'
import { toHex } from '../src/shared/bytes.ts'
import { statementMessage, writeStatement, type Statement } from '../src/shared/register/statement.ts'
import type { Chance } from './random.ts'
import { madeBase, madeContents } from './register-made.ts'

/** Loads a base of so many links between two fifths as many towns. */
export const fillBase = async (store: Store, chance: Chance, count: number): Promise<void> =>
  store.keepBase(packed({ asOf: '2026-11-01', ...madeBase(chance, count) }))

const hex = (bytes: number, number: number): string => number.toString(16).padStart(2 * bytes, '0')

/** Publishes so many entries, as so many associations do that have twenty each; all signed by one device, a millisecond apart. */
export async function fillEntries(store: Store, chance: Chance, count: number): Promise<void> {
  const pair = await makeSignPair()
  const key = toHex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  for (const [before, content] of madeContents(chance, count).entries()) {
    const at = before + 1
    const [entry, publisher, device] = [hex(16, at), hex(16, 1 + Math.floor(at / 20)), hex(16, 9)]
    const statement: Statement = { entry, publisher, device, type: 'partnership', revision: 1, content }
    const bytes = writeStatement(statement)
    const signature = toHex(await sign(pair.privateKey, statementMessage(bytes)))
    const step = { signature, key, at: Date.UTC(2026, 10, 1) + at, mark: hex(8, at) }
    await store.publish({ statement, bytes, ...step }, { there: 500, ever: 5000 })
  }
}

import type { Store } from '../../../src/server/store/store.ts'
import { fromHex, type Bytes } from '../../../src/shared/bytes.ts'
import { readErase, readHeal, type EraseBody } from '../../../src/shared/roster/bodies.ts'
import { readEntry } from '../../../src/shared/roster/entry.ts'

type Said = { readonly by: string; readonly body: EraseBody }

/** What an entry erases, and what the branch had erased that it joins. */
function saidIn(bytes: Bytes): Said[] {
  const { kind, signer, body } = readEntry(bytes)
  if (kind === 'heal') return readHeal(body).entries.flatMap((one) => saidIn(fromHex(one.bytes)))
  return kind === 'erase' ? [{ by: signer, body: readErase(body) }] : []
}

/** What was erased for good, by the entries that the exchange has and had. */
export class Erased {
  /** Who erased what, ever: in no history does it come back. */
  readonly by = new Map<string, Set<string>>()
  /** By the roster that the exchange has at this moment. */
  there: ReadonlySet<string> = new Set()
  /** The chunks that took the place of others, by the hashes of these. */
  readonly anew = new Map<string, string>()
  #head = ''

  has(id: string): boolean {
    return this.by.has(id)
  }

  /** Reads what is new; whether the exchange is to have forgotten more by now than before. */
  async read(store: Store, space: string, head: string): Promise<boolean> {
    if (head === this.#head) return false
    this.#head = head
    const said = (await store.entries(space, 0)).flatMap(({ bytes }) => saidIn(bytes))
    const there = new Set<string>()
    for (const { by, body } of said) {
      for (const [hash, next] of Object.entries(body.chunks)) this.anew.set(hash, next)
      for (const id of [...body.records, ...body.photos]) {
        this.by.set(id, (this.by.get(id) ?? new Set()).add(by))
        there.add(id)
      }
    }
    const before = this.there
    this.there = there
    return [...this.there].some((id) => !before.has(id))
  }
}

import type { Store } from '../../src/server/store/store.ts'
import { Malformed, readU32, toHex, u32, concat, type Bytes } from '../../src/shared/bytes.ts'
import { noise, breakBytes } from './break/bytes.ts'
import { demandSame, verdictOf, type TargetMaker } from './target.ts'
import { endpointOver } from './targets/endpoint.ts'

/** A reader of `length 4 | bytes`, over inputs that are broken like all others. */
const readerOf =
  (read: (bytes: Bytes) => Uint8Array): TargetMaker =>
  async () => ({
    make: async (chance) => {
      const inside = noise(chance, 8)
      return breakBytes(chance, concat(u32(inside.length), inside))
    },
    judge: async (input) =>
      verdictOf(() => {
        const inside = read(input)
        demandSame(concat(u32(inside.length), inside), input, 'it is written in two ways')
      }),
  })

function lengthIn(bytes: Bytes): number {
  if (bytes.length < 4) throw new Malformed('no length')
  return readU32(bytes, 0)
}

/** Writes where it only looks: what it took is of no space, but the file is another. */
const careless = (store: Store): Store => ({
  ...store,
  async spaceOfSlip(slip) {
    await store.keepSlip(toHex(new Uint8Array(16)), slip)
    return store.spaceOfSlip(slip)
  },
})

/** Readers with a mistake each: they show that it would be found. */
export const planted: { readonly [name: string]: TargetMaker } = {
  'ignores the length': readerOf((bytes) => {
    lengthIn(bytes)
    return bytes.subarray(4)
  }),
  'reads behind the end': readerOf((bytes) => {
    const length = readU32(bytes, 0)
    if (bytes.length !== 4 + length) throw new Malformed('another length')
    return bytes.subarray(4)
  }),
  'goes round for ever': readerOf((bytes) => {
    const length = lengthIn(bytes)
    // With a length of 0 it never gets on.
    for (let at = 4; at < bytes.length;) at += length
    if (bytes.length !== 4 + length) throw new Malformed('another length')
    return bytes.subarray(4)
  }),
  'makes room for what is promised': readerOf((bytes) => {
    const length = lengthIn(bytes)
    const room = new Uint8Array(Math.min(length, 2 ** 29))
    if (bytes.length !== 4 + length) throw new Malformed('another length')
    room.set(bytes.subarray(4))
    return room
  }),
  'fills the heap': readerOf((bytes) => {
    const length = lengthIn(bytes)
    const list: string[] = []
    for (let at = 0; at < length; at += 1) list.push(Buffer.alloc(100_000).toString('latin1'))
    if (bytes.length !== 4 + list.length) throw new Malformed('another length')
    return bytes.subarray(4)
  }),
  'writes though it refuses': endpointOver(careless),
}

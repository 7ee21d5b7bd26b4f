import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptRun, Store } from '../../../src/server/store/store.ts'
import { emptyLog, logHashAfter } from '../../../src/shared/log-hash.ts'
import { noChain } from '../../../src/shared/roster/writing.ts'

const hex = (fill: number, length: number): string => fill.toString(16).padStart(2, '0').repeat(length)
const hash = (fill: number): string => hex(fill, 32)
const [space, one, two] = [hex(1, 16), hex(3, 16), hex(4, 16)] as [string, string, string]
const huge = 2 ** 31
const day = 24 * 60 * 60 * 1000

const run = (device: string, firstSeq: number, lastSeq: number): KeptRun => ({
  device,
  firstSeq,
  lastSeq,
  prevHash: firstSeq === 1 ? noChain.hash : hash(firstSeq - 1),
  lastHash: hash(lastSeq),
  rosterIndex: 0,
  bytes: new Uint8Array(10).fill(lastSeq),
})

const end = (device: string, seq: number) => ({ device, seq, hash: hash(seq), index: 0 })

/** What every store must do with checkpoints. `open` gives a new, empty one. */
export function testCheckpoints(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store of checkpoints`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      await store.found(space, hash(100), { bytes: new Uint8Array(100), signatures: [], at: 0 })
      await store.addRuns(space, hash(100), [run(one, 1, 2), run(two, 1, 1), run(one, 3, 5)], huge)
      return () => store.close()
    })

    const chunk = (fill: number, at = 0, most = huge) =>
      store.putChunk(space, { hash: hash(fill), bytes: new Uint8Array(50).fill(fill), at }, most)
    const put = (
      id: number,
      n: number,
      more: Partial<Parameters<Store['putCheckpoint']>[1]> = {},
      most = 9,
    ) =>
      store.putCheckpoint(
        space,
        {
          id: hash(id),
          maker: one,
          n,
          bytes: new Uint8Array([id]),
          signatures: [{ device: one, signature: new Uint8Array(64) }],
          agreed: 0,
          chunks: [],
          at: id,
          base: undefined,
          ...more,
        },
        most,
      )
    const ids = async (): Promise<string[]> => (await store.checkpoints(space)).map(({ id }) => id)

    it('keeps chunks once, as long as there is room', async () => {
      expect(await chunk(7, 0, 179)).toBe('full')
      expect(await chunk(7)).toBe('kept')
      expect(await chunk(7, 0, 0)).toBe('kept')
      expect(await store.chunk(space, hash(7))).toEqual(new Uint8Array(50).fill(7))
      expect(await store.chunk(space, hash(8))).toBeUndefined()
      expect((await store.space(space))?.bytes).toBe(180)
    })

    it('keeps a checkpoint only with its chunks, and gathers who signed it', async () => {
      expect(await put(1, 3, { chunks: [hash(7)] })).toBe('unknown')
      await chunk(7)
      expect(await put(1, 3, { chunks: [hash(7)] })).toBe('kept')
      const second = [{ device: two, signature: new Uint8Array(64).fill(2) }]
      expect(await put(1, 3, { chunks: [hash(7)], signatures: second, maker: two, agreed: 99 })).toBe('kept')
      const [kept] = await store.checkpoints(space)
      expect(kept?.signatures.map(({ device }) => device)).toEqual([one, two])
      expect(kept?.agreed).toBe(99)
    })

    it('lets those that wait give way: to a newer one of the same maker, to more than there may be, to one that is agreed on', async () => {
      await put(1, 3)
      await put(2, 3)
      expect(await ids()).toEqual([hash(2)])
      await put(3, 3, { maker: two }, 1)
      expect(await ids()).toEqual([hash(3)])
      await put(4, 6)
      await put(5, 3, { agreed: 1 })
      expect(new Set(await ids())).toEqual(new Set([hash(4), hash(5)]))
      await put(6, 6, { agreed: 2 })
      expect(await ids()).toEqual([hash(6)])
    })

    it('drops the chunks that nothing needs any more, after a day', async () => {
      await chunk(7)
      await chunk(8)
      await put(1, 3, { chunks: [hash(7)], agreed: 1 })
      await put(2, 6, { chunks: [hash(8)], agreed: 1, at: day + 1 })
      expect(await store.chunk(space, hash(7))).toBeUndefined()
      expect(await store.chunk(space, hash(8))).toBeDefined()
      expect((await store.space(space))?.bytes).toBe(180)
    })

    it('knows how far all chains are at a place in the log', async () => {
      const at = async (n: number) =>
        (await store.chainsAt(space, n))
          .map(({ device, seq }) => `${device} ${seq}`)
          .sort((a, b) => (a < b ? -1 : 1))
      expect(await at(2)).toEqual([`${one} 2`])
      expect(await at(3)).toEqual([`${one} 2`, `${two} 1`])
      expect(await at(6)).toEqual([`${one} 5`, `${two} 1`])
    })

    it('lets the log begin at a checkpoint, and goes on from there', async () => {
      const log3 = await store.hashAt(space, 3)
      const base = { n: 3, hash: log3 ?? '', reach: [end(one, 2), end(two, 1)] }
      const before = await store.hashAt(space, 6)
      expect(await store.rebase(space, base)).toBe(true)
      expect(await store.space(space)).toMatchObject({ n: 6, bytes: 110, base: { n: 3, hash: log3 } })
      expect(await store.hashAt(space, 3)).toBe(log3)
      expect(await store.hashAt(space, 6)).toBe(before)
      expect(await store.hashAt(space, 2)).toBeUndefined()
      expect(await store.hashOf(space, one, 2)).toBe(hash(2))
      expect(await store.reached(space, one)).toBe(2)
      expect((await store.log(space, 3, huge)).runs.map(({ n }) => n)).toEqual([6])
      expect(await store.addRuns(space, hash(100), [run(two, 2, 2)], huge)).toBe('kept')
      expect(await store.hashAt(space, 7)).toBe(logHashAfter(before ?? '', hash(2)))
      expect(await store.rebase(space, { ...base, reach: [end(one, 4), end(two, 1)] })).toBe(false)
    })

    it('takes what a checkpoint says where it lost more than that', async () => {
      const base = { n: 12, hash: hash(77), reach: [end(one, 9), end(two, 3)] }
      expect(await put(1, 12, { agreed: 1, base })).toBe('kept')
      expect(await store.space(space)).toMatchObject({ n: 12, bytes: 100, base: { n: 12, hash: hash(77) } })
      expect(await store.chain(space, one)).toMatchObject({ seq: 9, hash: hash(9) })
      expect(await store.addRuns(space, hash(100), [run(one, 10, 11)], huge)).toBe('kept')
      expect(await store.hashAt(space, 14)).toBe(logHashAfter(hash(77), hash(11)))
      expect((await store.log(space, 0, huge)).runs.map(({ n }) => n)).toEqual([14])
      expect(await store.hashAt(space, 0)).not.toBe(emptyLog)
    })

    it('puts off nothing by halves: a base within a run changes nothing', async () => {
      const base = { n: 5, hash: hash(77), reach: [end(one, 4), end(two, 1)] }
      expect(await put(1, 5, { agreed: 1, base })).toBe('chain')
      expect(await ids()).toEqual([])
      expect(await store.space(space)).toMatchObject({ n: 6, base: { n: 0 } })
    })
  })
}

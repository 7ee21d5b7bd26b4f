import { emptyLog, logHashAfter } from '../../../src/shared/log-hash.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptEntry, KeptRun, Piece, Store } from '../../../src/server/store/store.ts'
import { noChain } from '../../../src/shared/roster/writing.ts'

const hex = (fill: number, length: number): string => fill.toString(16).padStart(2, '0').repeat(length)
const id = (fill: number): string => hex(fill, 16)
const hash = (fill: number): string => hex(fill, 32)
const [space, other, one, two] = [id(1), id(2), id(3), id(4)] as [string, string, string, string]
const huge = 2 ** 31
const base = { n: 0, hash: emptyLog }
/** What a log is after runs that end with these hashes. */
const logOf = (...fills: number[]): string =>
  fills.reduce((log, fill) => logHashAfter(log, hash(fill)), emptyLog)

const entry = (fill: number, at = 0): KeptEntry => ({
  bytes: new Uint8Array(100).fill(fill),
  signatures: [new Uint8Array(64).fill(fill), new Uint8Array(64).fill(fill + 1)],
  at,
})

/** A run that follows upon the one before; hashes are made of the numbers. */
const run = (device: string, firstSeq: number, lastSeq: number, length = 10): KeptRun => ({
  device,
  firstSeq,
  lastSeq,
  prevHash: firstSeq === 1 ? noChain.hash : hash(firstSeq - 1),
  lastHash: hash(lastSeq),
  rosterIndex: lastSeq,
  bytes: new Uint8Array(length).fill(lastSeq),
})

/** What every store must do. `open` gives a new, empty one. */
export function testStore(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      await store.found(space, hash(100), entry(1))
      return () => store.close()
    })
    const add = (runs: readonly KeptRun[], head = hash(100), most = huge) =>
      store.addRuns(space, head, runs, most)

    describe('the door', () => {
      it('takes a challenge once, and only in time', async () => {
        await store.keepChallenge(hash(1), 1000)
        await store.keepChallenge(hash(2), 1000)
        expect(await store.takeChallenge(hash(1), 999)).toBe(true)
        expect(await store.takeChallenge(hash(1), 999)).toBe(false)
        expect(await store.takeChallenge(hash(2), 1000)).toBe(false)
        expect(await store.takeChallenge(hash(3), 0)).toBe(false)
      })

      it('forgets the oldest challenges where there are too many', async () => {
        for (let at = 1; at <= 25; at += 1) await store.keepChallenge(hash(at), 1000 + at, 20)
        const there = await Promise.all(
          Array.from({ length: 25 }, (_, at) => store.takeChallenge(hash(at + 1), 0)),
        )
        expect(there.filter(Boolean).length).toBeLessThanOrEqual(20)
        expect(there.slice(10)).toEqual(Array(15).fill(true))
        expect(there[0]).toBe(false)
      })

      it('gives one of many at once the challenge', async () => {
        await store.keepChallenge(hash(1), 1000)
        const taken = await Promise.all(Array.from({ length: 5 }, () => store.takeChallenge(hash(1), 0)))
        expect(taken.filter(Boolean)).toHaveLength(1)
      })

      it('knows a token until it ends', async () => {
        const session = { space, id: one, isSlip: true, expires: 1000 }
        await store.keepToken(hash(1), session)
        expect(await store.session(hash(1), 999)).toEqual(session)
        expect(await store.session(hash(1), 1000)).toBeUndefined()
        expect(await store.session(hash(2), 0)).toBeUndefined()
      })

      it('drops what is over, and nothing else', async () => {
        await store.keepToken(hash(1), { space, id: one, isSlip: false, expires: 1000 })
        await store.keepToken(hash(2), { space, id: one, isSlip: false, expires: 1001 })
        await store.keepChallenge(hash(3), 1001)
        await store.sweep(1000)
        expect(await store.session(hash(1), 0)).toBeUndefined()
        expect(await store.session(hash(2), 0)).toBeDefined()
        expect(await store.takeChallenge(hash(3), 0)).toBe(true)
      })
    })

    describe('a roster', () => {
      it('begins with its first entry, and only once', async () => {
        await store.found(space, hash(101), entry(2))
        expect(await store.space(space)).toEqual({ n: 0, bytes: 100, entries: 1, head: hash(100), base })
        expect(await store.entries(space, 0)).toEqual([entry(1)])
        expect(await store.space(other)).toBeUndefined()
        expect(await store.entries(other, 0)).toEqual([])
      })

      it('takes an entry onto its head alone', async () => {
        const step = (after: number, head: number, fill: number) =>
          store.append(space, {
            after: hash(after),
            head: hash(head),
            entry: entry(fill, 7),
            isAgain: false,
            marks: [],
          })
        expect(await step(100, 101, 2)).toBe('kept')
        expect(await step(100, 102, 3)).toBe('head')
        expect(await step(101, 102, 3)).toBe('kept')
        expect(await store.entries(space, 1)).toEqual([entry(2, 7), entry(3, 7)])
        expect(await store.entries(space, 0, 200)).toEqual([entry(1), entry(2, 7)])
        expect(await store.entries(space, 1, 1)).toEqual([entry(2, 7)])
        expect(await store.space(space)).toEqual({ n: 0, bytes: 300, entries: 3, head: hash(102), base })
        expect(
          await store.append(other, {
            after: hash(100),
            head: hash(101),
            entry: entry(2),
            isAgain: false,
            marks: [],
          }),
        ).toBe('head')
      })

      it('takes an entry only where a chain ends as it says', async () => {
        const step = { after: hash(100), head: hash(101), entry: entry(2), isAgain: false }
        const mark = { device: one, seq: 2, hash: hash(2) }
        expect(await store.append(space, { ...step, marks: [mark] })).toBe('cutoff')
        await add([run(one, 1, 2)])
        expect(await store.append(space, { ...step, marks: [{ ...mark, hash: hash(3) }] })).toBe('cutoff')
        expect(await store.append(space, { ...step, marks: [{ ...mark, device: two, seq: 0 }] })).toBe(
          'cutoff',
        )
        expect(await store.append(space, { ...step, marks: [mark] })).toBe('kept')
        const never = { device: two, seq: noChain.seq, hash: noChain.hash }
        expect(
          await store.append(space, { ...step, after: hash(101), head: hash(102), marks: [never] }),
        ).toBe('kept')
      })

      it('drops behind a mark of an entry that comes again, and leaves no gap', async () => {
        await add([run(one, 1, 2), run(two, 1, 1), run(one, 3, 4), run(two, 2, 3)])
        const step = { after: hash(100), head: hash(101), entry: entry(2) }
        const mark = { device: one, seq: 2, hash: hash(2) }
        expect(await store.append(space, { ...step, isAgain: false, marks: [mark] })).toBe('cutoff')
        const forged = { ...mark, hash: hash(9) }
        expect(await store.append(space, { ...step, isAgain: true, marks: [forged] })).toBe('cutoff')
        expect(await store.space(space)).toMatchObject({ n: 7, entries: 1 })
        expect(await store.append(space, { ...step, isAgain: true, marks: [mark] })).toBe('kept')
        const { runs } = await store.log(space, 0, huge)
        expect(runs.map(({ n, hash: last }) => [n, last])).toEqual([
          [2, logOf(2)],
          [3, logOf(2, 1)],
          [5, logOf(2, 1, 3)],
        ])
        expect(await store.space(space)).toMatchObject({ n: 5, entries: 2 })
        expect(await store.chain(space, one)).toMatchObject({ seq: 2, hash: hash(2) })
        expect(await store.chains(space)).toHaveLength(2)
        // What is still missing up to a mark comes later.
        const later = { device: two, seq: 9, hash: hash(9) }
        const next = { after: hash(101), head: hash(102), entry: entry(3) }
        expect(await store.append(space, { ...next, isAgain: true, marks: [later] })).toBe('kept')
      })

      it('keeps what a removed device left, once', async () => {
        await store.putLeftover(space, one, new Uint8Array([1]))
        await store.putLeftover(space, one, new Uint8Array([2]))
        expect(await store.leftovers(space)).toEqual([one])
        expect(await store.leftover(space, one)).toEqual(new Uint8Array([1]))
        expect(await store.leftover(space, two)).toBeUndefined()
        expect(await store.leftovers(other)).toEqual([])
      })

      it('takes an entry only where there is room', async () => {
        const step = { after: hash(100), head: hash(101), entry: entry(2), isAgain: false, marks: [] }
        expect(await store.append(space, step, 199)).toBe('full')
        expect(await store.space(space)).toMatchObject({ bytes: 100, entries: 1, head: hash(100) })
        expect(await store.append(space, step, 200)).toBe('kept')
      })

      it('keeps of a slip the first space that names it', async () => {
        expect(await store.keepSlip(one, space)).toBe(true)
        expect(await store.keepSlip(one, space)).toBe(true)
        expect(await store.keepSlip(one, other)).toBe(false)
        expect(await store.spaceOfSlip(one)).toBe(space)
        expect(await store.spaceOfSlip(two)).toBeUndefined()
      })
    })

    describe('a log', () => {
      it('numbers the envelopes without a gap, in the order they came', async () => {
        expect(await add([run(one, 1, 3), run(two, 1, 1)])).toBe('kept')
        expect(await add([run(one, 4, 4)])).toBe('kept')
        const { runs, more } = await store.log(space, 0, huge)
        expect(runs.map(({ n }) => n)).toEqual([3, 4, 5])
        expect(runs.map((logged) => logged.hash)).toEqual([logOf(3), logOf(3, 1), logOf(3, 1, 4)])
        expect(runs[1]?.bytes).toEqual(new Uint8Array(10).fill(1))
        expect(more).toBe(false)
        expect((await store.space(space))?.n).toBe(5)
      })

      it('takes all runs of one question or none', async () => {
        expect(await add([run(one, 1, 3), run(two, 2, 2)])).toBe('moved')
        expect(await store.space(space)).toMatchObject({ n: 0, bytes: 100 })
        expect(await store.chain(space, one)).toEqual(noChain)
        expect((await store.log(space, 0, huge)).runs).toEqual([])
        expect(await add([run(one, 1, 3), run(two, 1, 2)])).toBe('kept')
      })

      it('takes each number of a device once, however many bring it at once', async () => {
        const results = await Promise.all(Array.from({ length: 5 }, () => add([run(one, 1, 3)])))
        expect(results.filter((result) => result === 'kept')).toHaveLength(1)
        expect((await store.space(space))?.n).toBe(3)
        expect(await add([run(one, 3, 4)])).toBe('moved')
        expect(await add([{ ...run(one, 4, 4), prevHash: hash(9) }])).toBe('moved')
        expect(await add([run(one, 4, 4)])).toBe('kept')
      })

      it('takes runs only while the roster is the one they were judged by', async () => {
        await store.append(space, {
          after: hash(100),
          head: hash(101),
          entry: entry(2),
          isAgain: false,
          marks: [],
        })
        expect(await add([run(one, 1, 1)])).toBe('moved')
        expect(await add([run(one, 1, 1)], hash(101))).toBe('kept')
        expect(await store.addRuns(other, hash(100), [run(one, 1, 1)], huge)).toBe('moved')
      })

      it('takes no more than a space may have', async () => {
        expect(await add([run(one, 1, 1, 50)], hash(100), 150)).toBe('kept')
        expect(await add([run(one, 2, 2, 1)], hash(100), 150)).toBe('full')
        expect(await store.space(space)).toMatchObject({ n: 1, bytes: 150 })
      })

      it('knows how far each chain is, and where runs end', async () => {
        await add([run(one, 1, 3), run(one, 4, 5)])
        expect(await store.chain(space, one)).toEqual({ seq: 5, hash: hash(5), rosterIndex: 5 })
        expect(await store.chain(space, two)).toEqual(noChain)
        expect(await store.chain(other, one)).toEqual(noChain)
        expect(await store.hashOf(space, one, 3)).toBe(hash(3))
        expect(await store.hashOf(space, one, 4)).toBeUndefined()
        expect(await store.hashAt(space, 3)).toBe(logOf(3))
        expect(await store.hashAt(space, 4)).toBeUndefined()
        expect(await store.hashAt(other, 3)).toBeUndefined()
      })

      it('is read in pages of whole runs, at least one each', async () => {
        await add([run(one, 1, 1, 30), run(one, 2, 2, 30), run(one, 3, 3, 100), run(one, 4, 4, 5)])
        const page = async (n: number) => {
          const { runs, more } = await store.log(space, n, 60)
          return [runs.map((logged) => logged.n), more]
        }
        expect(await page(0)).toEqual([[1, 2], true])
        expect(await page(1)).toEqual([[2], true])
        expect(await page(2)).toEqual([[3], true])
        expect(await page(3)).toEqual([[4], false])
        expect(await page(4)).toEqual([[], false])
      })

      it('remembers the last visit of each device', async () => {
        await store.visit(space, one, 1000)
        await store.visit(space, two, 1500)
        await store.visit(space, one, 2000)
        const visits = await store.visits(space)
        expect(new Map(visits.map(({ device, at }) => [device, at]))).toEqual(
          new Map([
            [one, 2000],
            [two, 1500],
          ]),
        )
        expect(await store.visits(other)).toEqual([])
        expect(await store.chain(space, one)).toEqual(noChain)
      })
    })

    describe('photos', () => {
      const piece = (index: number, fill: number, count = 3): Piece => ({
        photo: one,
        index,
        count,
        bytes: new Uint8Array(20).fill(fill),
      })

      it('are kept piece by piece, each once', async () => {
        expect(await store.putPiece(space, piece(2, 2), huge)).toBe('kept')
        expect(await store.putPiece(space, piece(0, 0), huge)).toBe('kept')
        expect(await store.putPiece(space, piece(0, 0), huge)).toBe('kept')
        expect(await store.pieces(space, one)).toEqual([0, 2])
        expect(await store.piece(space, one, 2)).toEqual({ count: 3, bytes: piece(2, 2).bytes })
        expect((await store.space(space))?.bytes).toBe(140)
      })

      it('stay what they are', async () => {
        await store.putPiece(space, piece(0, 0), huge)
        expect(await store.putPiece(space, piece(0, 1), huge)).toBe('other')
        expect(await store.putPiece(space, piece(0, 0, 2), huge)).toBe('other')
        expect(await store.putPiece(space, piece(1, 0, 2), huge)).toBe('other')
        expect(await store.pieces(space, one)).toEqual([0])
      })

      it('take no more than the space may have', async () => {
        expect(await store.putPiece(space, piece(0, 0), 119)).toBe('full')
        expect(await store.putPiece(space, piece(0, 0), 120)).toBe('kept')
        expect(await store.putPiece(space, piece(0, 0), 120)).toBe('kept')
      })

      it('are in their space alone', async () => {
        await store.putPiece(space, piece(0, 0), huge)
        expect(await store.piece(other, one, 0)).toBeUndefined()
        expect(await store.piece(space, two, 0)).toBeUndefined()
        expect(await store.pieces(other, one)).toEqual([])
      })
    })
  })
}

import { describe, expect, it } from 'vitest'
import { toHex } from '../../src/shared/bytes.ts'
import { corpus } from './corpus.ts'
import { fuzz, replay } from './fuzz.ts'
import { targets } from './targets.ts'

/** Seconds in which all targets take turns; `npm run fuzz` goes on for as long as one likes. */
const seconds = Number(process.env['PONTE_SECONDS'] ?? 60)
const names = Object.keys(targets)

/** A process needs the whole app, on a busy machine. */
const begin = 120_000

describe('hostile input', () => {
  it(
    'is refused by a name or says what it says, and stops nothing',
    { timeout: 1000 * seconds + 2 * begin },
    async () => {
      const seed = Math.floor(Math.random() * 2 ** 31)
      const { tried, found } = await fuzz(names, { seconds, seed })
      const told = found.map(({ target, input, what }) => `${target} ${toHex(input)} ${what}`)
      expect(told, `npm run fuzz -- --seed ${seed} --seconds ${seconds}`).toEqual([])
      for (const name of names) {
        const { accepted = 0, refused = 0 } = tried[name] ?? {}
        expect(accepted + refused, name).toBeGreaterThan(0)
      }
    },
  )

  const byTarget = Map.groupBy(corpus(), ({ kept }) => kept.target)
  it.for([...byTarget])(
    'of %s that was found once is no trouble any more',
    { timeout: begin },
    async ([target, all]) => {
      expect(names).toContain(target)
      expect(
        await replay(
          target,
          all.map(({ kept }) => kept.input),
        ),
      ).toEqual([])
    },
  )
})

describe('a reader that is wrong is found', () => {
  const mistakes: readonly (readonly [target: string, seconds: number, what: RegExp])[] = [
    ['ignores the length', 20, /Wrong: it is written in two ways/],
    ['reads behind the end', 20, /RangeError/],
    ['goes round for ever', 60, /slow|written/],
    ['makes room for what is promised', 60, /more than 256 MB/],
    // Collecting so much garbage may take the 2 seconds first.
    ['fills the heap', 60, /memory: over 256 MB|slow/],
    ['writes though it refuses', 60, /the store is another/],
  ]
  it.for(mistakes)('that %s', { timeout: 3 * begin }, async ([target, most, what]) => {
    const { found } = await fuzz([target], { seconds: most, seed: 1, most: 1 })
    expect(found.map((one) => one.what).join('\n')).toMatch(what)
    const [first] = found
    expect(first && (await replay(target, [first.input])).length).toBe(1)
  })
})

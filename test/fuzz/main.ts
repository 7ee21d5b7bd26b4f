// Hostile input for everything that reads what others wrote, for as long as one likes:
// npm run fuzz -- --seconds 3600 --seed 1 --target endpoint
// What is found lies in test-results/fuzz; with its mend it moves to test/fuzz/corpus. --replay <file> tries one of those again.
import { parseArgs } from 'node:util'
import { keep, readKept } from './corpus.ts'
import { fuzz, replay } from './fuzz.ts'
import { targets } from './targets.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: text, seed: text, target: text, replay: text } })

function numberOf(name: 'seconds' | 'seed', otherwise: number): number {
  const number = Number(values[name] ?? otherwise)
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number.`)
  return number
}

if (values.replay !== undefined) {
  const { target, input } = readKept(values.replay)
  const found = await replay(target, [input])
  console.log(found[0]?.what ?? 'Nothing is wrong.')
  process.exit(found.length > 0 ? 1 : 0)
}

const [seconds, seed] = [numberOf('seconds', 120), numberOf('seed', Math.floor(Math.random() * 2 ** 31))]
const names = values.target === undefined ? Object.keys(targets) : [values.target]
console.log(`Seed ${seed}.`)
const { tried, found } = await fuzz(names, { seconds, seed })
for (const one of found)
  console.log(`${one.target}: ${one.what}\nAgain: npm run fuzz -- --replay ${keep(one, seed)}`)
const inputs = Object.values(tried).reduce((sum, { accepted, refused }) => sum + accepted + refused, 0)
console.log(JSON.stringify({ seed, seconds, inputs, found: found.length, tried }))
process.exit(found.length > 0 ? 1 : 0)

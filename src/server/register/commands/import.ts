import { statSync } from 'node:fs'
import { isDay } from '../../../shared/day-count.ts'
import { readExports } from '../import/read.ts'
import { packed } from '../pack.ts'
import { dayOf } from '../reading.ts'
import { optionIn, runCommand } from './command.ts'

// npm run register:import -- FILE... [--as-of YYYY-MM-DD]: the base of towns and links, in the place of the old one.
await runCommand(async ({ words, store }) => {
  const { value, rest: files } = optionIn(words, 'as-of')
  const [first] = files
  if (first === undefined)
    throw new Error('which file? npm run register:import -- FILE... [--as-of YYYY-MM-DD]')
  const asOf = value ?? dayOf(statSync(first).mtimeMs)
  if (!isDay(asOf)) throw new Error(`--as-of must be a day like 2026-11-01`)
  const { towns, links, leftOut } = await readExports(files)
  const base = packed({ asOf, towns, links })
  await store.keepBase(base)
  const { name, place, itself } = leftOut
  return `${links.length} links of ${towns.length} towns, as of ${asOf}; ${base.gzip.length} bytes packed.
Left out: ${name} rows without a name, ${place} without a place on the map, ${itself} of a town with itself.`
})

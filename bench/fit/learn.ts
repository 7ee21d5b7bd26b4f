// Learns the weights that the app comes with: npm run fit:learn -- --seed 1
// It first evaluates the same on hidden pairs, so that what is printed, and kept beside the weights, tells what they are worth.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { readGraph } from '../../src/records/fit/graph.ts'
import { learnWeights } from '../../src/records/fit/weights.ts'
import { startClock } from '../clock.ts'
import { evaluate } from './evaluate.ts'
import { showFit } from './report.ts'
import { hasRows, readTables } from './rows.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '900' } },
})
const seed = Number(values.seed)
const home = 'src/records/fit'

if (hasRows()) {
  const rows = readTables()
  const graph = readGraph(rows)
  const count = graph.degree.reduce((sum, degree) => sum + degree, 0) / 2
  const lines = [
    `Seed ${seed}; ${graph.towns.length} towns of ${graph.countries.length} countries, ${count} pairs.`,
    '',
    'The same learned without the hidden pairs of German towns (npm run bench -- fit):',
    showFit(evaluate(rows, 'Germany', seed, startClock(Number(values.seconds)))),
  ]
  const weights = learnWeights(graph, seed)
  const text = JSON.stringify(weights)
  writeFileSync(`${home}/weights.json`, text)
  const kB = (gzipSync(text, { level: 9 }).length / 1000).toFixed(1)
  lines.push('', `Learned from all pairs: ${weights.trees.length} trees, ${kB} kB after gzip.`)
  writeFileSync(`${home}/weights.txt`, `${lines.join('\n')}\n`)
  console.log(lines.join('\n'))
}

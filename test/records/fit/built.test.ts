import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFit } from '../../../.ci/fit.ts'
import { readGraph } from '../../../src/records/fit/graph.ts'
import { rankPartners } from '../../../src/records/fit/rank.ts'
import { idOf, worldOf } from './towns.ts'

const folder = mkdtempSync(join(tmpdir(), 'ponte-fit-'))
beforeAll(() => buildFit(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = `
import * as fit from './fit.mjs'
import { readFileSync } from 'node:fs'
const { rows, id } = JSON.parse(readFileSync('rows.json', 'utf8'))
const graph = fit.readGraph(rows)
const own = fit.learnWeights(graph, 1)
console.log(JSON.stringify({
  names: Object.keys(fit).sort(),
  list: fit.rankPartners(graph, id, { country: 'Beland' }),
  length: fit.rankPartners(graph, id, { weights: own }).length,
}))`

it('answers in plain Node as the source does', () => {
  const { rows, pairs } = worldOf(2, 20, 40)
  const id = idOf(pairs[0]?.[0] ?? ['', '', '', ''])
  writeFileSync(join(folder, 'rows.json'), JSON.stringify({ rows, id }))
  writeFileSync(join(folder, 'ask.mjs'), script)
  const graph = readGraph(rows)
  expect(JSON.parse(execFileSync(process.execPath, ['ask.mjs'], { cwd: folder, encoding: 'utf8' }))).toEqual({
    names: ['learnWeights', 'rankPartners', 'readGraph'],
    list: rankPartners(graph, id, { country: 'Beland' }),
    length: rankPartners(graph, id).length,
  })
})

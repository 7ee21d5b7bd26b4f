import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFit } from '../../../.ci/fit.ts'
import { readGraph } from '../../../src/records/fit/graph.ts'
import { rankPartners } from '../../../src/records/fit/rank.ts'
import type { FitRow } from '../../../src/records/fit/rows.ts'
import { idOf, rowOf, worldOf, type Place } from './towns.ts'

const folder = mkdtempSync(join(tmpdir(), 'ponte-fit-'))
const dist = join(folder, 'dist')
beforeAll(() => {
  mkdirSync(dist)
  return buildFit(dist)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script beside the built file in a Node of its own; `given` lies in given.json. What it prints as JSON. */
function answerOf(script: string, given: unknown): unknown {
  writeFileSync(join(folder, 'given.json'), JSON.stringify(given))
  writeFileSync(
    join(folder, 'ask.mjs'),
    `import * as fit from './dist/fit.mjs'
import { readFileSync } from 'node:fs'
const given = JSON.parse(readFileSync('given.json', 'utf8'))
console.log(JSON.stringify((() => { ${script} })()))`,
  )
  return JSON.parse(execFileSync(process.execPath, ['ask.mjs'], { cwd: folder, encoding: 'utf8' }))
}

it('answers in plain Node as the source does', () => {
  const { rows, pairs } = worldOf(2, 20, 40)
  const id = idOf(pairs[0]?.[0] ?? ['', '', '', ''])
  const graph = readGraph(rows)
  const script = `
    const graph = fit.readGraph(given.rows)
    return {
      names: Object.keys(fit).sort(),
      list: fit.rankPartners(graph, given.id, { country: 'Beland' }),
      length: fit.rankPartners(graph, given.id, { weights: fit.learnWeights(graph, 1) }).length,
    }`
  expect(answerOf(script, { rows, id })).toEqual({
    names: ['learnWeights', 'rankPartners', 'readGraph'],
    list: rankPartners(graph, id, { country: 'Beland' }),
    length: rankPartners(graph, id).length,
  })
})

describe('the script of its README', () => {
  const [, script = ''] = /^```js\n(.*?)^```$/ms.exec(readFileSync('src/records/fit/README.md', 'utf8')) ?? []
  const ludenscheid: Place = ['Lüdenscheid', 'Germany', '51.216666666667', '7.6333333333333']
  const myslenice: Place = ['Myślenice', 'Poland', '49.833333', '19.933333', '18000']
  const towns: Place[] = Array.from({ length: 12 }, (_, at) => [
    `Miasto "${at}"`,
    'Poland',
    String(50 + at / 10),
    String(17 + at / 5),
    at % 3 ? String(4000 * at) : '',
  ])
  const rows = [
    rowOf(ludenscheid, myslenice),
    ...towns.map((town) => rowOf(['Ajka', 'Hungary', '47.1', '17.55'], town)),
    rowOf(myslenice, ['Bełchatów', 'Poland', '51.366', '19.366', '59000']),
  ]

  it('has ten lines, and runs as it stands beside the built file', () => {
    expect(script.trim().split('\n').filter(Boolean)).toHaveLength(10)
    const columns = Object.keys(rows[0] ?? {})
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join('\t'))
    writeFileSync(join(folder, 'germany.tsv'), [columns.join('\t'), ...lines, ''].join('\n'))
    writeFileSync(join(folder, 'script.mjs'), script)
    const said = execFileSync(process.execPath, ['script.mjs'], { cwd: folder, encoding: 'utf8' })
    const found = said.trimEnd().split('\n')
    expect(found).toHaveLength(10)
    for (const line of found)
      expect(line).toMatch(/^\d+\.\d (?:Miasto "\d+"|Bełchatów)\|Poland\|[\d.]+\|[\d.]+ \{"part":"\w+",/)
    expect(found.map((line) => line.split(' ')[1]).join()).not.toMatch(/Myślenice|Lüdenscheid/)
  })
})

describe('whatever the rows are', () => {
  const ask = `
    const graph = fit.readGraph(given.rows)
    return fit.rankPartners(graph, given.id, given.options).map(({ id }) => id)`
  const refusal = `
    try {
      const graph = fit.readGraph(given.rows)
      return fit.rankPartners(graph, given.id ?? '').length
    } catch ({ name, problem, row }) {
      return [name, problem, row ?? null]
    }`
  const home: Place = ['Altenbrück', 'Germany', '51.2', '7.6', '72000']
  const [north, south]: [Place, Place] = [
    ['Neustadt', 'Germany', '54.1', '10.8', '15000'],
    ['Neustadt', 'Germany', '49.35', '8.15', '53000'],
  ]
  const most: Place = ['Nowy Most', 'Poland', '49.8', '19.9']
  const quoted: Place = [`L'"Aquila", <b>=1+1</b>`, 'Italy', '42.35', '13.4', '']
  const rows = [rowOf(home, most), rowOf(most, north), rowOf(most, south), rowOf(quoted, most)]

  it('towns of one name are two where they lie apart', () =>
    expect((answerOf(ask, { rows, id: idOf(home) }) as string[]).sort()).toEqual(
      [north, south, quoted].map(idOf).sort(),
    ))

  it('a country or a town that is not there gives no towns, or all', () => {
    expect(answerOf(ask, { rows, id: idOf(home), options: { country: 'Atlantis' } })).toEqual([])
    expect(answerOf(ask, { rows, id: 'Nowhere|Atlantis|0|-30' })).toHaveLength(5)
    expect(answerOf(ask, { rows: [], id: idOf(home) })).toEqual([])
  })

  it.each([
    ['an empty coordinate', { ...rows[1], destinationlat: '' }, 'no-place'],
    ['a coordinate in words', { ...rows[1], originlong: 'Point(7 51)' }, 'bad-place'],
    ['a population in words', { ...rows[1], originpopulation: 'many' }, 'bad-population'],
    ['a town without a name', { ...rows[1], sistercityLabel: '' }, 'no-name'],
    ['a list', ['Köln', 'Germany'], 'no-name'],
    ['nothing', null, 'bad-row'],
    ['a number for a name', { ...rows[1], origincityLabel: 7 }, 'bad-row'],
  ])('%s is refused by the number of its row', (_, broken, problem) =>
    expect(answerOf(refusal, { rows: [rows[0], broken, rows[2]], id: idOf(home) })).toEqual([
      'FitProblem',
      problem,
      1,
    ]),
  )

  it('a row keyed like an object of the language is only a row', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"origincityLabel": "X"}, "constructor": "Y", "originlat": "1"}',
    ) as FitRow
    expect(answerOf(refusal, { rows: [hostile] })).toEqual(['FitProblem', 'no-name', 0])
    const named: Place = ['__proto__', 'constructor', '1', '1']
    expect(answerOf(ask, { rows: [rowOf(home, named)], id: idOf(named) })).toEqual([])
    expect(answerOf(ask, { rows: [rowOf(home, named)], id: 'toString|constructor|2|2' })).toHaveLength(2)
  })

  it('an id that is none is refused', () =>
    expect(answerOf(refusal, { rows, id: 'Altenbrück' })).toEqual(['FitProblem', 'no-town', null]))
})

describe('what it learns', () => {
  const learn = `
    const graph = fit.readGraph(given.rows)
    const [one, again, other] = [1, 1, 2].map((seed) => JSON.stringify(fit.learnWeights(graph, seed)))
    return { isSame: one === again, isOther: one !== other, trees: JSON.parse(one).trees.length }`

  it('is the same for the same seed', () => {
    const { rows } = worldOf(4, 12, 24)
    expect(answerOf(learn, { rows })).toMatchObject({ isSame: true, isOther: true })
  })

  it.each([
    ['no row', []],
    ['one town', [rowOf(['Ulm', 'Germany', '48.4', '10'])]],
    ['one pair', [rowOf(['Ulm', 'Germany', '48.4', '10'], ['Lille', 'France', '50.6', '3.1'])]],
    ['a pair in one country', [rowOf(['Ulm', 'Germany', '48.4', '10'], ['Bonn', 'Germany', '50.7', '7.1'])]],
  ])('from %s can be used all the same', (_, rows) => {
    const script = `
      const graph = fit.readGraph(given.rows)
      const weights = fit.learnWeights(graph, 1)
      const list = fit.rankPartners(graph, 'Nowhere|Germany|50|9', { weights })
      return list.every(({ score }) => score >= 0 && score <= 100) && list.length`
    expect(answerOf(script, { rows })).toBe(readGraph(rows).towns.length)
  })
})

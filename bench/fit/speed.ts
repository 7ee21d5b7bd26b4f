import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FitRow } from '../../src/records/fit/rows.ts'
import { launchBare, openTab, run, slowness } from '../browser.ts'
import { median, p95 } from '../statistics.ts'
import { showTable } from '../table.ts'

/** Milliseconds on a page slowed down. The app asks in a worker, which the browser can't slow: this is its main thread. */
export type Speed = { readonly read: number; readonly all: number[]; readonly country: number[] }

/** Runs in the page: reads the tables, then asks about every so many-th town of the country. */
const inPage = (from: string): string => `(async () => {
  const { readGraph, rankPartners } = await import('/fit.mjs')
  const rows = await (await fetch('/rows.json')).json()
  const timed = (what) => { const began = performance.now(); const found = what(); return [performance.now() - began, found] }
  const [read, graph] = timed(() => readGraph(rows))
  const towns = graph.towns.filter((town) => town.country === ${JSON.stringify(from)})
  const asked = towns.filter((_, at) => at % Math.ceil(towns.length / 40) === 0)
  const others = graph.countries.filter((name) => name !== ${JSON.stringify(from)} && graph.towns.filter((town) => town.country === name).length > 200)
  for (const { id } of asked.slice(0, 10)) { rankPartners(graph, id); rankPartners(graph, id, { country: others[0] }) }
  return {
    read,
    all: asked.map(({ id }) => timed(() => rankPartners(graph, id))[0]),
    country: asked.map(({ id }, at) => timed(() => rankPartners(graph, id, { country: others[at % others.length] }))[0]),
  }
})()`

/** How long the built file takes, with the weights it comes with. */
export async function measureSpeed(rows: readonly FitRow[], from: string): Promise<Speed> {
  const served = new Map([
    ['/', ['text/html', '<!doctype html><title>fit</title>']],
    ['/fit.mjs', ['text/javascript', readFileSync('dist/fit.mjs', 'utf8')]],
    ['/rows.json', ['application/json', JSON.stringify(rows)]],
  ])
  const server = createServer((request, response) => {
    const [type, body] = served.get(request.url ?? '') ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const profile = mkdtempSync(join(tmpdir(), 'ponte-fit-'))
  const context = await launchBare(profile)
  try {
    const tab = await openTab(context, true)
    await tab.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await run<Speed>(tab, inPage(from))
  } finally {
    await context.close()
    server.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

export function showSpeed({ read, all, country }: Speed): string {
  const row = (name: string, times: readonly number[], limit: string): string[] => [
    name,
    `${median(times).toFixed(0)} ms`,
    `${p95(times).toFixed(0)} ms`,
    limit,
  ]
  return [
    showTable(
      ['', 'median', 'p95', 'limit'],
      [
        row('rank all towns', all, '200 ms'),
        row('rank one country', country, ''),
        row('read the tables', [read], ''),
      ],
    ),
    `On the main thread of an empty page, slowed ${slowness}x; the browser can't slow a worker. Of ${all.length} towns, after ten others.`,
  ].join('\n')
}

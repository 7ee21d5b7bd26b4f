import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBare, openTab, run, type Tab } from './browser.ts'
import type { Task } from './contender.ts'
import { makeRecords } from './workload.ts'

/** Milliseconds that the bare platform needs to put the same records into one store of its database, without an index. */
export type BarePuts = {
  /** One row for each record that holds its id and nothing else. */
  readonly ids: number
  /** One row for each record, as it is. */
  readonly rows: number
  /** One row for 50 records. */
  readonly shared: number
}

const together = 50

/** Runs in the page: rows into a new database, a thousand in a transaction, not waiting for the disk. */
async function put(name: string, rows: readonly { readonly id: string }[]): Promise<number> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { keyPath: 'id' }))
  await new Promise((resolve) => {
    opening.addEventListener('success', resolve)
  })
  const database = opening.result
  const from = performance.now()
  for (let at = 0; at < rows.length; at += 1000)
    await new Promise((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' })
      for (const row of rows.slice(at, at + 1000)) transaction.objectStore('rows').put(row)
      transaction.addEventListener('complete', resolve)
      transaction.addEventListener('error', reject)
    })
  const ms = performance.now() - from
  database.close()
  return ms
}

const time = (tab: Tab, name: string, rows: readonly { readonly id: string }[]): Promise<number> =>
  run<number>(tab, `(${put.toString()})(${JSON.stringify(name)}, ${JSON.stringify(rows)})`)

/** What nothing that keeps records in a browser's database can go below, in a browser of its own. */
export async function measureBarePuts(task: Task): Promise<BarePuts> {
  const records = makeRecords(task.seed, task.volume)
  const server = createServer((_question, answer) => {
    answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Bare</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const profile = await mkdtemp(join(tmpdir(), 'ponte-bare-'))
  const context = await launchBare(profile)
  try {
    const tab = await openTab(context, false)
    await tab.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const chunks = Array.from({ length: Math.ceil(records.length / together) }, (_, at) => ({
      id: String(at),
      records: records.slice(at * together, (at + 1) * together),
    }))
    return {
      ids: await time(
        tab,
        'ids',
        records.map(({ id }) => ({ id })),
      ),
      rows: await time(tab, 'rows', records),
      shared: await time(tab, 'shared', chunks),
    }
  } finally {
    await context.close()
    server.close()
    await rm(profile, { recursive: true, force: true })
  }
}

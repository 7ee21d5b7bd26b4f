import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contender } from '../contender.ts'
import { startProgram } from '../servers.ts'
import { buildSite } from '../site.ts'

const program = fileURLToPath(new URL('evolu-server.ts', import.meta.url))

/** Evolu in the browser beside its relay; its page is built into `folder`. */
export async function makeEvolu(folder: string): Promise<Contender> {
  const site = join(folder, 'evolu-site')
  await buildSite('peers/evolu-page.ts', site)
  return {
    name: 'Evolu 7 + its relay',
    encrypted: true,
    note: "one table a kind; the relay's own protocol and storage on the SQLite of Node, SQLite in the browser's private files on the devices",
    page: '/site/index.html',
    script: '',
    serve: (data) => startProgram(program, [data, site], {}),
  }
}

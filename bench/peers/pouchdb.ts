import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contender } from '../contender.ts'
import { startProgram } from '../servers.ts'
import { buildSite } from '../site.ts'

const program = fileURLToPath(new URL('pouchdb-server.ts', import.meta.url))
const scripts = ['pouchdb.min.js', 'pouchdb.indexeddb.min.js'].map(
  (name) => `peers/node_modules/pouchdb/dist/${name}`,
)

/** PouchDB in the browser beside express-pouchdb; its page is built into `folder`. */
export async function makePouchdb(folder: string): Promise<Contender> {
  const site = join(folder, 'pouchdb-site')
  await buildSite('peers/pouchdb-page.ts', site, scripts)
  return {
    name: 'PouchDB 9 + express-pouchdb 4',
    encrypted: false,
    note: 'one document a record; LevelDB on the server, its indexeddb adapter on the devices, 1,000 documents a request',
    page: '/site/index.html',
    script: '',
    serve: (data) => startProgram(program, [data, site], {}),
  }
}

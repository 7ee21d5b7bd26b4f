import { join } from 'node:path'
import type { Contender } from './contender.ts'
import { serverProgram, startProgram } from './servers.ts'
import { buildSite } from './site.ts'

/** Ponte itself: its engine in a worker, its own server; the page is built into `folder`. */
export async function makePonte(folder: string): Promise<Contender> {
  // The server serves what it finds in dist/ where it is started.
  const home = join(folder, 'ponte-home')
  await buildSite('join-ponte-page.ts', join(home, 'dist', 'site'))
  return {
    name: 'Ponte',
    encrypted: true,
    note: 'its log alone, without checkpoints; SQLite on the server, IndexedDB on the devices, each run of up to 500 changes signed',
    page: '/site/index.html',
    script: '',
    serve: (data, address) =>
      startProgram(
        serverProgram,
        [],
        { PORT: '0', HOST: '127.0.0.1', DATA_FILE: join(data, 'ponte.sqlite'), PUBLIC_URL: address },
        home,
      ),
  }
}

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contender } from './contender.ts'
import { readFigures } from './server-figures.ts'
import { startProgram } from './servers.ts'
import { buildSite } from './site.ts'

const laterProgram = fileURLToPath(new URL('later-server.ts', import.meta.url))
/** The file of the server's data in its folder. */
export const dataFile = 'ponte.sqlite'

/** The server ends a log at its checkpoint once everybody has had it for thirty days. */
export const days = 31

async function demandDropped(folder: string): Promise<void> {
  const { keptFrom } = readFigures(join(folder, dataFile))
  if (keptFrom === 0) throw new Error('the log that the checkpoint covers is still there')
}

/** Ponte itself: its engine in a worker, its own server; the page is built into `folder`. Once by its log, once by a checkpoint. */
export async function makePonte(folder: string): Promise<{ byLog: Contender; byCheckpoint: Contender }> {
  // The server serves what it finds in dist/ where it is started.
  const home = join(folder, 'ponte-home')
  await buildSite('join-ponte-page.ts', join(home, 'dist', 'site'))
  const common = {
    encrypted: true,
    script: '',
    serve: (data: string, address: string, later = 0) =>
      startProgram(
        laterProgram,
        [String(later)],
        { PORT: '0', HOST: '127.0.0.1', DATA_FILE: join(data, dataFile), PUBLIC_URL: address },
        home,
      ),
  }
  return {
    byLog: {
      ...common,
      name: 'Ponte, by its log',
      note: 'nobody makes a checkpoint; SQLite on the server, IndexedDB on the devices, each run of up to 500 changes signed',
      page: '/site/index.html?log',
    },
    byCheckpoint: {
      ...common,
      name: 'Ponte, by checkpoint',
      note: `a second member's device has repeated the checkpoint and signed it, and ${days} days later the server has dropped the log; push with the making of it`,
      page: '/site/index.html',
      days,
      check: demandDropped,
    },
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'
import { workerCode } from './peer-worker.ts'

/** Something that answers under `address` until it is stopped. */
export type Served = { readonly address: string; stop(): Promise<void> }

/** Ponte's own server. It serves dist/ of the folder that it is started in. */
export const serverProgram = fileURLToPath(new URL('../src/server/main.ts', import.meta.url))

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\S+/.exec(line)
    if (found) return found[0]
  }
  throw new Error('the server ended before it was ready')
}

/** A program of this repository that says its address once it answers. It ends with us, whatever happens. */
export async function startProgram(
  file: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder = process.cwd(),
): Promise<Served> {
  const child = spawn(process.execPath, [file, ...words], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const kill = (): boolean => child.kill('SIGKILL')
  process.on('exit', kill)
  const address = await addressOf(child)
  return {
    address,
    stop: async () => {
      kill()
      await ended
      process.off('exit', kill)
    },
  }
}

/** Where a server's data may lie: a new place each time. */
export const newDataFile = (): string => join(mkdtempSync(join(tmpdir(), 'ponte-')), 'ponte.sqlite')

/** The real server over the built app and these data, its own. A stopped one leaves the browser offline. */
export const serveBuilt = (dataFile = newDataFile()): Promise<Served> =>
  startProgram(serverProgram, [], { PORT: '0', HOST: 'localhost', DATA_FILE: dataFile })

const page = (script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare Dexie</title><body><script src="/${script}"></script></body></html>`

/** The peer's pages: `/` shows three notes, `/fill` has the verbs of peer.ts under `bench`. */
export async function servePeer(): Promise<Served> {
  const files: { readonly [path: string]: { type: string; body: string } } = {
    '/': { type: 'text/html', body: page('peer-start.js') },
    '/fill': { type: 'text/html', body: page('peer.js') },
    '/peer.js': { type: 'text/javascript', body: await bundle('peer.ts') },
    '/peer-start.js': { type: 'text/javascript', body: await bundle('peer-start.ts') },
    '/worker.js': { type: 'text/javascript', body: workerCode },
  }
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the built app lies in `dist`. */
export const builtFolder = process.env['PONTE_BUILT'] ?? root

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** The real server on a free port of this machine; the port stays the same when it is started again. */
export class Server {
  /** The address that the devices know. */
  readonly url: string
  readonly port: number
  /** The exchange's store: stays the same too. */
  readonly dataFile = join(mkdtempSync(join(tmpdir(), 'ponte-')), 'ponte.sqlite')
  #child: ChildProcess | undefined
  #said = ''

  readonly #settings: { readonly [name: string]: string }

  private constructor(port: number, url: string, settings: { readonly [name: string]: string }) {
    this.port = port
    this.url = url
    this.#settings = settings
  }

  /** `url`: where the devices find it, if something lies between; `settings`: what the operator set besides. */
  static async begin(url = '', settings: { readonly [name: string]: string } = {}): Promise<Server> {
    const port = await freePort()
    // Browsers allow service workers without https on this name only.
    const server = new Server(port, url || `http://localhost:${port}`, settings)
    await server.start()
    return server
  }

  /** Everything that it has written to its output so far. */
  get said(): string {
    return this.#said
  }

  /** Serves the app that lies in `dist` inside of `folder`. */
  async start(folder = builtFolder): Promise<void> {
    if (this.#child) return
    const child = spawn(process.execPath, [`${root}/src/server/main.ts`], {
      cwd: folder,
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: 'localhost',
        DATA_FILE: this.dataFile,
        PUBLIC_URL: this.url,
        ...this.#settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.#said += bytes.toString()
        if (stream === child.stderr) process.stderr.write(bytes)
      })
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(([code]) =>
        Promise.reject(new Error(`the server ended at once with ${code}`)),
      ),
    ])
  }

  /** Kills it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

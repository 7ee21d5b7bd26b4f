import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))

/** The real server as a process of its own. */
export class ServerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>

  private constructor(url: string, child: ChildProcess, gone: Promise<unknown>) {
    this.url = url
    this.#child = child
    this.#gone = gone
  }

  /** Ready to be asked when it returns. */
  static async begin(settings: { readonly [name: string]: string }, folder?: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(folder === undefined ? {} : { cwd: folder }),
    })
    const gone = once(child, 'exit')
    for await (const line of createInterface({ input: child.stdout })) {
      const [url] = /http:\S+/.exec(line) ?? []
      if (url !== undefined) return new ServerProcess(url, child, gone)
    }
    throw new Error('the server ended before it was ready')
  }

  /** Ends it as a power cut would, or kindly; tells how it went. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
    this.#child.kill(signal)
    await this.#gone
    return this.#child.exitCode ?? this.#child.signalCode
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))
const mebibyte = 1024

/** The real server as a process of its own. */
export class ServerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  readonly #printed: string[]

  private constructor(url: string, child: ChildProcess, gone: Promise<unknown>, printed: string[]) {
    this.url = url
    this.#child = child
    this.#gone = gone
    this.#printed = printed
  }

  /** Ready to be asked when it returns. `program` is what Node is given to run. */
  static async begin(
    settings: { readonly [name: string]: string },
    folder?: string,
    program: readonly string[] = [main],
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, program, {
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(folder === undefined ? {} : { cwd: folder }),
    })
    const gone = once(child, 'exit')
    const printed: string[] = []
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed.push(text)
        const [url] = /http:\S+/.exec(text) ?? []
        if (url !== undefined) resolve(url)
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text))
      gone.then(() => reject(new Error(`the server ended before it was ready: ${printed.join('')}`)), reject)
    })
    return new ServerProcess(await ready, child, gone, printed)
  }

  /** Everything that it has printed, to either stream. */
  get printed(): string {
    return this.#printed.join('')
  }

  /** What it has in memory now and had at most, in MiB, as the kernel counts it. */
  memory(): { now: number; most: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    const of = (name: string): number =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / mebibyte)
    return { now: of('VmRSS'), most: of('VmHWM') }
  }

  /** Sends it a signal and doesn't wait. */
  signal(signal: 'SIGKILL' | 'SIGTERM'): void {
    this.#child.kill(signal)
  }

  /** Ends it as a power cut would, or kindly; tells how it went. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
    this.signal(signal)
    await this.#gone
    return this.#child.exitCode ?? this.#child.signalCode
  }
}

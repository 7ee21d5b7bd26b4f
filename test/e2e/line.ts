import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const here = 'localhost'
/** More than a few browsers open: each keeps to six for one server. */
const mostConnections = 64
/** What is handed on at once; small enough that a cut in the middle is one. */
const piece = 1024

type Way = 'up' | 'down'

/** A line to a server on this machine, as bad as wished. */
export class Line {
  readonly url: string
  #target = 0
  #perSecond = Infinity
  #free = 0
  #way: Way = 'up'
  #left: number[] = []
  #lose = ''
  #isDown = false
  readonly #open = new Set<Socket>()
  readonly #listener

  private constructor(listener: ReturnType<typeof createServer>) {
    this.#listener = listener
    this.url = `http://${here}:${(listener.address() as AddressInfo).port}`
    listener.on('connection', (near: Socket) => this.#join(near))
  }

  static async open(): Promise<Line> {
    const listener = createServer({ noDelay: true })
    listener.maxConnections = mostConnections
    listener.listen(0, here)
    await once(listener, 'listening')
    return new Line(listener)
  }

  /** Leads all connections from now on to this port of this machine. */
  leadTo(port: number): void {
    this.#target = port
  }

  /** So many bytes a second pass, all connections and both ways together. */
  slow(perSecond: number): void {
    this.#perSecond = perSecond
  }

  /** Cuts everything when so many more bytes have gone this way, then again after the next number of bytes, and so on. */
  cutAfter(way: Way, bytes: readonly number[]): void {
    this.#way = way
    this.#left = [...bytes]
  }

  /** How many of those cuts are still to come. */
  get toCome(): number {
    return this.#left.length
  }

  /** Lets the next question to this path through and breaks down before its answer comes back, until it is mended. */
  loseAnswerTo(path: string): void {
    this.#lose = path
  }

  /** Nothing gets through, until it is mended. */
  breakDown(): void {
    this.#isDown = true
    this.#cutAll()
  }

  /** From now on it is a good line again. */
  mend(): void {
    this.#perSecond = Infinity
    this.#left = []
    this.#lose = ''
    this.#isDown = false
  }

  async end(): Promise<void> {
    const closed = once(this.#listener, 'close')
    this.#listener.close()
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  #join(near: Socket): void {
    if (this.#isDown) {
      near.destroy()
      return
    }
    const far = connect({ port: this.#target, host: here, noDelay: true })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(socket)
      // Whatever ends one side ends the other: a browser that was closed resets its connections.
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        other.destroy()
      })
    }
    const lost = { is: false }
    void this.#carry(near, far, 'up', lost)
    void this.#carry(far, near, 'down', lost)
  }

  async #carry(from: Socket, to: Socket, way: Way, lost: { is: boolean }): Promise<void> {
    try {
      for await (const chunk of from) {
        const bytes = chunk as Buffer
        if (way === 'up' && this.#lose && bytes.includes(`POST ${this.#lose} `)) {
          this.#lose = ''
          lost.is = true
        }
        if (way === 'down' && lost.is) {
          this.#isDown = true
          return this.#cutAll()
        }
        for (let at = 0; at < bytes.length; at += piece) {
          const part = bytes.subarray(at, at + piece)
          await this.#wait(part.length)
          if (this.#isCut(way, part.length)) return this.#cutAll()
          to.write(part)
        }
      }
      to.end()
    } catch {
      // Cut from either side: that is what such a line does.
      to.destroy()
    }
  }

  async #wait(bytes: number): Promise<void> {
    if (this.#perSecond === Infinity) return
    const now = Date.now()
    this.#free = Math.max(this.#free, now) + (1000 * bytes) / this.#perSecond
    await new Promise((resolve) => void setTimeout(resolve, this.#free - now))
  }

  #isCut(way: Way, bytes: number): boolean {
    const [left, ...later] = this.#left
    if (this.#way !== way || left === undefined) return false
    this.#left = left > bytes ? [left - bytes, ...later] : later
    return left <= bytes
  }

  #cutAll(): void {
    for (const socket of this.#open) socket.destroy()
  }
}

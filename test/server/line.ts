import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { protocolHeader, protocolVersion } from '../../src/shared/exchange/endpoints.ts'

/** A line to the server as a stranger opens it: nothing is sent but what the test sends. */
export type Line = { readonly socket: Socket; readonly isOpen: () => boolean; readonly heard: () => string }

/** Opens a line from one of the loopback's own addresses. */
export async function openLine(url: string, localAddress = '127.0.0.1'): Promise<Line> {
  const { hostname: host, port } = new URL(url)
  const socket = connect({ host, port: Number(port), localAddress })
  let [isOpen, heard] = [true, '']
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
  socket.on('close', () => (isOpen = false))
  // Being cut off is what the tests wait for.
  socket.on('error', () => (isOpen = false))
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return { socket, isOpen: () => isOpen, heard: () => heard }
}

/** Many lines from one address, some at a time. */
export async function openLines(url: string, count: number, localAddress?: string): Promise<Line[]> {
  const lines: Line[] = []
  while (lines.length < count) {
    const some = Math.min(100, count - lines.length)
    lines.push(...(await Promise.all(Array.from({ length: some }, () => openLine(url, localAddress)))))
  }
  return lines
}

export const closeAll = (lines: readonly Line[]): void => {
  for (const { socket } of lines) socket.destroy()
}

/** The head of a question, with these further lines. */
export const headOf = (path: string, ...more: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', `${protocolHeader}: ${protocolVersion}`, ...more, '', ''].join(
    '\r\n',
  )

export const sleep = (time: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, time))

/** Waits until it is so; says what it waited for if it never is. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 1) {
    if (waited === 400) throw new Error(`waited in vain until ${what}`)
    await sleep(50)
  }
}

/** How long an honest device waited for each answer, in ms. */
export type Times = { readonly count: number; readonly median: number; readonly most: number }

/** What an honest device waits for while an attack goes on. Rejects where one of its questions fails. */
export async function honestTimes(url: string, attack: () => Promise<void>): Promise<Times> {
  const honest = new Worker(new URL('./honest.ts', import.meta.url), { workerData: url })
  const failed = once(honest, 'error').then(([error]) => Promise.reject(error as Error))
  try {
    await Promise.race([once(honest, 'message'), failed])
    await Promise.race([attack(), failed])
    honest.postMessage('over', [])
    const [times] = (await Promise.race([once(honest, 'message'), failed])) as [number[]]
    times.sort((one, other) => one - other)
    const [median, most] = [times[Math.floor(times.length / 2)], times.at(-1)]
    return { count: times.length, median: Math.round(median ?? Infinity), most: Math.round(most ?? Infinity) }
  } finally {
    await honest.terminate()
  }
}

/** One line of JSON for docs/status.md, where it is asked for. */
export function tellFigures(attack: string, figures: object): void {
  if (process.env['PONTE_FIGURES']) process.stdout.write(`${JSON.stringify({ attack, ...figures })}\n`)
}

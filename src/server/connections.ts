import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { addressOf } from './exchange/address.ts'

/** How many lines may be open without a question, and of one address altogether. */
export type Places = { readonly waiting: number; readonly ofAddress: number }

type Line = { readonly address: string; asked: number }

/** The oldest of these lines on which nothing is asked. */
function oldestWaiting(lines: Iterable<Socket>, waiting: ReadonlyMap<Socket, Line>): Socket | undefined {
  for (const socket of lines) if (waiting.has(socket)) return socket
  return undefined
}

/**
 * Keeps lines on which nobody asks from taking all the places. Where there are too many, the oldest one that waits gives
 * way: whoever means to ask does so at once, and whoever only holds a line loses it. Works without knowing who is honest.
 */
export function limitConnections(server: Server, places: Places): void {
  /** Lines without a whole question, the longest waiting first. */
  const waiting = new Map<Socket, Line>()
  const byAddress = new Map<string, Set<Socket>>()
  const lines = new WeakMap<Socket, Line>()

  const forget = (socket: Socket, { address }: Line): void => {
    waiting.delete(socket)
    const own = byAddress.get(address)
    own?.delete(socket)
    if (own?.size === 0) byAddress.delete(address)
  }
  const makeRoom = (own: ReadonlySet<Socket>, newest: Socket): void => {
    if (own.size > places.ofAddress) (oldestWaiting(own, waiting) ?? newest).destroy()
    if (waiting.size > places.waiting) oldestWaiting(waiting.keys(), waiting)?.destroy()
  }

  server.on('connection', (socket: Socket) => {
    const line: Line = { address: addressOf(socket.remoteAddress, null), asked: 0 }
    const own = byAddress.get(line.address) ?? new Set<Socket>()
    byAddress.set(line.address, own.add(socket))
    lines.set(socket, line)
    waiting.set(socket, line)
    socket.once('close', () => forget(socket, line))
    makeRoom(own, socket)
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const line = lines.get(socket)
    if (!line) return
    line.asked += 1
    waiting.delete(socket)
    response.once('close', () => {
      line.asked -= 1
      if (line.asked === 0 && !socket.destroyed) waiting.set(socket, line)
    })
  })
}

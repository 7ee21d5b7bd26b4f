import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const here = '127.0.0.1'
/** More than any contender opens: a browser keeps to six for one server. */
const mostConnections = 64

/** Bytes that went through so far, without the headers of TCP and below. */
export type Traffic = { readonly up: number; readonly down: number }

/** A way to a server that counts the bytes; it can be opened before the server is there. */
export type Proxy = {
  readonly port: number
  /** Where to lead the connections from now on. */
  leadTo(port: number): void
  count(): Traffic
  stop(): Promise<void>
}

/** Opens the way. It listens on this machine alone and leads to this machine alone. */
export async function openProxy(): Promise<Proxy> {
  let target = 0
  const traffic = { up: 0, down: 0 }
  const open = new Set<Socket>()
  const keep = (socket: Socket, other: () => Socket): void => {
    open.add(socket)
    // Whatever ends one side ends the other: a browser that was closed resets its connections.
    socket.on('error', () => other().destroy())
    socket.on('close', () => {
      open.delete(socket)
      other().destroy()
    })
  }
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const far = connect({ port: target, host: here, noDelay: true, allowHalfOpen: true })
    keep(near, () => far)
    keep(far, () => near)
    near.on('data', (bytes) => (traffic.up += bytes.length))
    far.on('data', (bytes) => (traffic.down += bytes.length))
    near.pipe(far)
    far.pipe(near)
  })
  server.maxConnections = mostConnections
  server.listen(0, here)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => (target = port),
    count: () => ({ ...traffic }),
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

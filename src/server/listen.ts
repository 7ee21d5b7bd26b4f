import { createAdaptorServer } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import type { Config } from './config.ts'
import { limitConnections, type Places } from './connections.ts'
import type { Bindings } from './exchange/bindings.ts'

type Answer = (request: Request, bindings: Bindings) => Response | Promise<Response>

const second = 1000

/** Milliseconds and bytes. What devices send is small and comes at once, but for bodies: those have their own time (`body.ts`). */
const limits = {
  /** The whole head of a question, from the opening of the line on. */
  headersTimeout: 10 * second,
  /** Head and body: longer than a device waits for its answer. */
  requestTimeout: 120 * second,
  connectionsCheckingInterval: second,
  /** Nothing cookie-like is ever sent. */
  maxHeaderSize: 8 * 1024,
  keepAlive: true,
  keepAliveInitialDelay: 60 * second,
}

/** A line on which nothing moves, neither way. Streams of pokes say something every 25 seconds. */
const silence = 60 * second
/** Between two questions. A proxy keeps its lines for a minute or two, and a question on one just closed would be lost. */
const pause = 130 * second
const mostHeaders = 100
const mostConnections = 4000
const places: Places = { waiting: 1000, ofAddress: 256 }

/** Node's server with every limit said, answering by `answer`; it doesn't listen yet. */
export function makeServer({ behindProxy }: Pick<Config, 'behindProxy'>, answer: Answer): Server {
  const server = createAdaptorServer({ fetch: answer, createServer, serverOptions: limits }) as Server
  server.timeout = silence
  server.keepAliveTimeout = pause
  server.maxHeadersCount = mostHeaders
  server.maxConnections = mostConnections
  limitConnections(server, behindProxy ? { ...places, ofAddress: Infinity } : places)
  return server
}

const patience = 5 * second
const look = 100

/** Lets what is being answered end, but not for ever. Resolves when no line is open any more. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), look)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearInterval(looking)
      clearTimeout(late)
      resolve()
    })
  })
}

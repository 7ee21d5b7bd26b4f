import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { secureRandom } from '../shared/ids.ts'
import { readConfig, withAddress } from './config.ts'
import { makeExchange, type Exchange } from './exchange/exchange.ts'
import { serveSite } from './http.ts'
import { openSqlite } from './store/sqlite.ts'

const wanted = readConfig(process.env)
const store = openSqlite(wanted.dataFile)

/** The name of what went wrong and where; a message could quote what was sent. */
function report(error: unknown): void {
  const place =
    error instanceof Error ? (error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '') : ''
  console.error(`Ponte: ${error instanceof Error ? error.name : typeof error}${place}`)
}

function begin(port: number): Exchange {
  const config = withAddress(wanted, port)
  const exchange = makeExchange({ ...config, store, now: Date.now, random: secureRandom, report })
  site = serveSite(config, exchange, 'dist')
  console.log(`Ponte is ready: http://${config.host}:${port}`)
  return exchange
}

let site: ReturnType<typeof serveSite> | undefined
let exchange: Exchange | undefined
const server = createAdaptorServer({
  fetch: (request, bindings) => site?.fetch(request, bindings) ?? new Response('starting', { status: 503 }),
})
server.listen(wanted.port, wanted.host, () => {
  exchange = begin((server.address() as AddressInfo).port)
})

const patience = 5000

/** Lets what is being answered end, but not for ever. */
function stop(): void {
  exchange?.stop()
  server.close(() => void store.close().then(() => process.exit(0)))
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience).unref()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

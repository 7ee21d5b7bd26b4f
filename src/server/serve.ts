import type { AddressInfo } from 'node:net'
import { secureRandom } from '../shared/ids.ts'
import { readConfig, withAddress } from './config.ts'
import { makeExchange, type Exchange } from './exchange/exchange.ts'
import { serveSite } from './http.ts'
import { closeServer, makeServer } from './listen.ts'
import { openSqlite } from './store/sqlite.ts'

/** The name of what went wrong and where; a message could quote what was sent. */
function report(error: unknown): void {
  const place =
    error instanceof Error ? (error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '') : ''
  console.error(`Ponte: ${error instanceof Error ? error.name : typeof error}${place}`)
}

/** The whole server, by the settings in the environment, until a signal ends it. */
export function serve(): void {
  const wanted = readConfig(process.env)
  const store = openSqlite(wanted.dataFile)
  let site: ReturnType<typeof serveSite> | undefined
  let exchange: Exchange | undefined

  /** From here on nothing is printed that a request could have a word in: not even by what ends the process. */
  const begin = (port: number): void => {
    process.on('uncaughtException', (error) => {
      report(error)
      process.exit(1)
    })
    const config = withAddress(wanted, port)
    exchange = makeExchange({ ...config, store, now: Date.now, random: secureRandom, report })
    site = serveSite(config, exchange, 'dist', report)
    console.log(`Ponte is ready: http://${config.host}:${port}`)
  }
  const server = makeServer(
    wanted,
    (request, bindings) => site?.fetch(request, bindings) ?? new Response('starting', { status: 503 }),
  )
  server.listen(wanted.port, wanted.host, () => begin((server.address() as AddressInfo).port))

  const end = async (): Promise<void> => {
    await store.close()
    process.exit(0)
  }
  let isEnding = false
  /** Kindly first. Whoever asks twice gets it at once: what was answered is on the disk, and the file is closed whole. */
  const stop = (): void => {
    if (isEnding) return void end()
    isEnding = true
    exchange?.stop()
    void closeServer(server).then(end)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

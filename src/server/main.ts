import { serve } from '@hono/node-server'
import { readConfig } from './config.ts'
import { serveApp } from './http.ts'

const config = readConfig(process.env)
const server = serve(
  { fetch: serveApp('dist').fetch, port: config.port, hostname: config.host },
  ({ port }) => {
    console.log(`Ponte is ready: http://${config.host}:${port}`)
  },
)

const stop = (): void => {
  server.close(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

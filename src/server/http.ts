import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { appConfigCodec, type AppConfig } from '../shared/exchange/endpoints.ts'
import type { Config } from './config.ts'
import type { Bindings } from './exchange/bindings.ts'
import type { Exchange } from './exchange/exchange.ts'
import { needsCode } from './exchange/found.ts'
import { securityHeaders, type Room } from './headers.ts'
import { servePages } from './pages/pages.ts'

/** Files under assets/ carry a hash in their name and never change; everything else is asked for anew. */
const keepFor = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

function roomOf(path: string): Room {
  if (path.startsWith('/v1/')) return 'exchange'
  if (path !== '/register' && !path.startsWith('/register/')) return 'app'
  return /^\/register\/(?:feed|base\/.*|register\.json)$/.test(path) ? 'registerData' : 'register'
}

const appConfigOf = (config: Config): AppConfig => ({
  exchange: config.publicUrl,
  needsCode: needsCode(config),
  operator: config.operator,
})

/** The built app in `folder`, the operator's pages and the exchange, with strict headers on everything. `report` hears of what failed. */
export function serveSite(
  config: Config,
  exchange: Exchange,
  folder: string,
  report: (error: unknown) => void,
): Hono<{ Bindings: Bindings }> {
  const site = new Hono<{ Bindings: Bindings }>()
  site.use(async (context, next) => {
    await next()
    const { path } = context.req
    const room = roomOf(path)
    for (const [name, value] of Object.entries(securityHeaders(config, room))) context.header(name, value)
    if (context.res.ok && room === 'app') context.header('Cache-Control', keepFor(path))
  })
  site.use(compress())
  site.all('/v1/*', (context) => exchange.fetch(context.req.raw, context.env))
  site.all('/register', (context) => exchange.register(context.req.raw, context.env))
  site.all('/register/*', (context) => exchange.register(context.req.raw, context.env))
  site.get('/robots.txt', (context) =>
    context.text(`User-agent: *\nAllow: /\nSitemap: ${config.publicUrl}/register/sitemap.xml\n`),
  )
  site.get('/config.json', (context) =>
    context.body(appConfigCodec.write(appConfigOf(config)), 200, { 'Content-Type': appConfigCodec.type }),
  )
  servePages(site, config)
  site.get('*', serveStatic({ root: folder }))
  site.onError((error, context) => {
    report(error)
    return context.text('failed', 500)
  })
  site.notFound((context) => context.text('not found', 404))
  return site
}

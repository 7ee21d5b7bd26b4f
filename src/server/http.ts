import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

/** The browser may do only what is named here; scripts come from files of this origin alone. */
const contentSecurity = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob:`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const securityHeaders: { readonly [name: string]: string } = {
  'Content-Security-Policy': contentSecurity,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), camera=(self)',
}

/** Files under assets/ carry a hash in their name and never change; everything else is asked for anew. */
const keepFor = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

/** The built app in `folder`, with strict headers. */
export function serveApp(folder: string): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    if (context.res.ok) context.header('Cache-Control', keepFor(context.req.path))
  })
  app.use(compress())
  app.get('*', serveStatic({ root: folder }))
  app.notFound((context) => context.text('not found', 404))
  return app
}

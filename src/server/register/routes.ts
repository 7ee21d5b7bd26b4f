import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { Hono } from 'hono'
import { baseType } from '../../shared/register/base.ts'
import { isId } from '../../shared/ids.ts'
import { protocolHeader, protocolVersion } from '../../shared/exchange/endpoints.ts'
import { addressIn, type Asked, type Bindings } from '../exchange/bindings.ts'
import type { House } from '../exchange/house.ts'
import { refuse } from '../exchange/refuse.ts'
import { languageOf } from '../pages/pages.ts'
import { atomOf } from './atom.ts'
import { readChoice } from './choices.ts'
import { pageOfEntry } from './entry.ts'
import { basePage, feedHeaders, feedPage, isKnown, tagOf, wholeRegister } from './feed.ts'
import { frame } from './frame.ts'
import { listPage, townsPage } from './list.ts'
import { postedReport } from './posted.ts'
import { dayOf, readerOf, type Reader } from './reading.ts'
import { sitemapIndex, sitemapPart } from './sitemap.ts'
import { townPage } from './town.ts'

type Page = Awaited<ReturnType<typeof pageOfEntry>>

const style = readFileSync(new URL('./register.css', import.meta.url), 'utf8')
const xml = 'application/xml; charset=utf-8'
const fresh = 'public, no-cache'

/** Another start of the process may have other words. */
const started = Date.now().toString(36)

/** A page that isn't there, in plain words. */
const gonePage = (house: House, reader: Reader) => {
  const { language, words } = reader
  const main = html`<h1>${words.gone}</h1>
    <p><a href="/register/${language}">${words.back}</a></p>`
  return frame({ reader, house, path: '', title: words.gone, main, isPassing: true })
}

/** What the pages are made of, for addresses below /register/<language>. */
function pagesOf(house: House) {
  const { store } = house
  /** Answers with a page, or tells that the asker has it already: nothing of it is made then. */
  const page =
    (make: (context: Asked, reader: Reader) => Promise<Page | undefined>) =>
    async (context: Asked): Promise<Response> => {
      const reader = readerOf(context.req.param('language') ?? '')
      if (!reader) return context.notFound()
      const tag = tagOf(await store.registerState(), `-${started}-${dayOf(house.now())}`)
      context.header('Cache-Control', fresh)
      context.header('Content-Language', reader.language)
      if (isKnown(context.req.header('If-None-Match'), tag))
        return context.body(null, 304, { ETag: tag, 'Cache-Control': fresh })
      const made = await make(context, reader)
      if (!made) return context.html(gonePage(house, reader), 404)
      context.header('ETag', tag)
      return context.html(made)
    }
  const choice = ({ req }: Asked) => readChoice(new URL(req.url).searchParams)
  const shown = async (entry = '') => {
    const kept = isId(entry) ? await store.publicEntry(entry) : undefined
    return kept?.isShown ? kept : undefined
  }
  return {
    list: page((context, reader) => listPage(house, reader, choice(context))),
    towns: page((context, reader) => townsPage(house, reader, choice(context))),
    town: page(async (context, reader) => {
      const town = await store.town(context.req.param('slug') ?? '')
      return town && townPage(house, reader, town)
    }),
    entry: page(async (context, reader) => {
      const kept = await shown(context.req.param('entry'))
      return kept && pageOfEntry(house, reader, kept)
    }),
    thanks: page(async (_, reader) => {
      const { language, words } = reader
      const main = html`<h1>${words.reported}</h1>
        <p>${words.reportedNext}</p>
        <p><a href="/register/${language}">${words.back}</a></p>`
      return frame({ reader, house, path: '/thanks', title: words.reported, main, isPassing: true })
    }),
    report: async (context: Asked): Promise<Response> => {
      const reader = readerOf(context.req.param('language') ?? '')
      const kept = await shown(context.req.param('entry'))
      if (!reader) return context.notFound()
      if (!kept) return context.html(gonePage(house, reader), 404)
      const draft = await postedReport(house, kept.entry, context.req.raw, addressIn(house, context))
      if (!draft) return context.redirect(`/register/${reader.language}/thanks`, 303)
      context.header('Cache-Control', 'no-store')
      return context.html(pageOfEntry(house, reader, kept, draft), draft.wrong === 'tooOften' ? 429 : 400)
    },
    atom: async (context: Asked): Promise<Response> => {
      const reader = readerOf(context.req.param('language') ?? '')
      if (!reader) return context.notFound()
      const type = 'application/atom+xml; charset=utf-8'
      return context.body(String(await atomOf(house, reader)), 200, {
        'Content-Type': type,
        'Cache-Control': fresh,
      })
    },
  }
}

/** What programs read: any page may, without cookies there is nothing to lose. */
function data(app: Hono<{ Bindings: Bindings }>, house: House): void {
  const { store } = house
  for (const path of ['/register/feed', '/register/base/*', '/register/register.json']) app.use(path, open)
  app.get('/register/feed', async (context) => {
    const asked = new URL(context.req.url).searchParams
    const { tag, body } = await feedPage(house, asked, context.req.header('If-None-Match'))
    const headers = { ...feedHeaders, ETag: tag }
    return body === undefined ? context.body(null, 304, headers) : context.body(body, 200, headers)
  })
  app.get('/register/base/:hash', async (context) => {
    const { bytes, headers } = await basePage(
      house,
      context.req.param('hash'),
      context.req.header('Accept-Encoding') ?? '',
    )
    return context.body(bytes, 200, {
      ...headers,
      'Content-Type': baseType,
      Vary: 'Accept-Encoding',
    })
  })
  app.get('/register/register.json', async (context) => {
    const state = await store.registerState()
    const tag = tagOf(state)
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': fresh, ETag: tag }
    return isKnown(context.req.header('If-None-Match'), tag)
      ? context.body(null, 304, headers)
      : context.body(wholeRegister(house, state), 200, headers)
  })
}

async function open(context: Asked, next: () => Promise<void>): Promise<Response | void> {
  const version = context.req.header(protocolHeader) ?? protocolVersion
  if (version !== protocolVersion) refuse('protocol')
  if (context.req.method === 'OPTIONS') context.res = context.body(null, 204)
  else await next()
  context.header('Access-Control-Allow-Origin', '*')
  context.header('Access-Control-Expose-Headers', `${protocolHeader}, Retry-After, ETag`)
  context.header('Access-Control-Allow-Headers', protocolHeader)
  context.header('Access-Control-Max-Age', '7200')
  context.header(protocolHeader, protocolVersion)
}

/** Everything of the register that anybody may read, below /register. */
export function registerRoutes(
  house: House,
  failed: (error: unknown) => Response,
): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(async (context, next) => {
    const wait = house.often.readings.take(addressIn(house, context))
    if (wait > 0) refuse('too-often', wait)
    await next()
  })
  const pages = pagesOf(house)
  app.get('/register', (context) => {
    const language = languageOf(context.req.query('lang'), context.req.header('Accept-Language'))
    context.header('Vary', 'Accept-Language', { append: true })
    return context.redirect(`/register/${language}`, 302)
  })
  app.get('/register/register.css', (context) =>
    context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': fresh }),
  )
  data(app, house)
  app.get('/register/sitemap.xml', async (context) =>
    context.body(String(await sitemapIndex(house)), 200, { 'Content-Type': xml }),
  )
  app.get('/register/sitemap/:part', async (context) => {
    const part = await sitemapPart(house, context.req.param('part'))
    return part ? context.body(String(part), 200, { 'Content-Type': xml }) : context.notFound()
  })
  app.get('/register/:language/news.atom', pages.atom)
  app.get('/register/:language', pages.list)
  app.get('/register/:language/towns', pages.towns)
  app.get('/register/:language/thanks', pages.thanks)
  app.get('/register/:language/town/:slug', pages.town)
  app.get('/register/:language/entry/:entry', pages.entry)
  app.post('/register/:language/entry/:entry/report', pages.report)
  app.notFound((context) => context.text('not found', 404))
  app.onError((error) => failed(error))
  return app
}

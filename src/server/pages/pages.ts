import { readFileSync } from 'node:fs'
import type { Context, Env, Hono } from 'hono'
import { languages, pickLanguage, type Language } from '../../shared/language.ts'
import type { Config } from '../config.ts'
import { operatorText, type PageName } from './operator.ts'
import { pageOf } from './page.ts'
import { wordsIn } from './words.ts'

const style = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')

/** The tags of `Accept-Language`, those wanted most first. */
function tagsIn(header: string): string[] {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...settings] = part.trim().split(/\s*;\s*/)
    const weight = settings.find((setting) => setting.startsWith('q='))
    return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
  })
  return wanted
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}

/** What `?lang=` says, else what the browser prefers. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  return languages.find((language) => language === asked) ?? pickLanguage(tagsIn(accepted ?? ''))
}

async function answer(config: Config, page: PageName, context: Context): Promise<Response> {
  const language = languageOf(context.req.query('lang'), context.req.header('Accept-Language'))
  const said = wordsIn(language)
  context.header('Content-Language', language)
  context.header('Vary', 'Accept-Language', { append: true })
  const text = operatorText(config.operatorFolder, page, language)
  const { operator, appOrigin } = config
  return context.html(pageOf({ page, language, words: said, operator, text, app: `${appOrigin}/` }))
}

/** `/imprint` and `/privacy`, for everybody, before and without the app. */
export function servePages<E extends Env>(site: Hono<E>, config: Config): void {
  site.get('/imprint', (context) => answer(config, 'imprint', context))
  site.get('/privacy', (context) => answer(config, 'privacy', context))
  site.get('/pages.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}

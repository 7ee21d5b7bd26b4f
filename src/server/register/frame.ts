import { html } from 'hono/html'
import { languageNames, languages } from '../../shared/language.ts'
import type { House } from '../exchange/house.ts'
import { wordsIn } from '../pages/words.ts'
import type { Reader } from './reading.ts'

type Html = ReturnType<typeof html>

/** A page of the register. `path` comes behind the language, `query` behind that: for the other languages and for itself. */
export type Sheet = {
  readonly reader: Reader
  readonly house: Pick<House, 'publicUrl' | 'appOrigin' | 'operator'>
  readonly path: string
  readonly query?: string
  readonly title: string
  readonly main: Html
  /** Whether search engines should leave it out: one of endlessly many choices, or a question's answer. */
  readonly isPassing?: boolean
}

const addressOf = ({ path, query = '' }: Sheet, language: string): string =>
  `/register/${language}${path}${query}`

const head = (sheet: Sheet) => {
  const { reader, house, title, isPassing = false } = sheet
  const whole = (language: string): string => house.publicUrl + addressOf(sheet, language)
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <meta name="robots" content="${isPassing ? 'noindex, follow' : 'index, follow'}" />
    <title>${title} – ${reader.words.title}</title>
    <link rel="canonical" href="${whole(reader.language)}" />
    ${languages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${whole(one)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${whole('en')}" />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${reader.words.title}"
      href="/register/${reader.language}/news.atom"
    />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/pages.css" />
    <link rel="stylesheet" href="/register/register.css" />
  </head>`
}

const places = ({ reader: { language, words }, path, house }: Sheet) => {
  const link = (to: string, text: string) =>
    html`<a href="/register/${language}${to}" ${path === to ? html`aria-current="page"` : ''}>${text}</a>`
  return html`<nav aria-label="${words.places}">
    ${link('', words.entries)} ${link('/towns', words.towns)}
    <a href="${house.appOrigin}/">${wordsIn(language).toApp}</a>
  </nav>`
}

const foot = (sheet: Sheet) => {
  const { language, words } = sheet.reader
  const { imprint, privacy, languages: chooser, pages } = wordsIn(language)
  return html`<footer>
    <nav aria-label="${chooser}">
      ${languages.map(
        (one) =>
          html`<a
            href="${addressOf(sheet, one)}"
            lang="${one}"
            hreflang="${one}"
            ${one === language ? html`aria-current="page"` : ''}
            >${languageNames[one]}</a
          >`,
      )}
    </nav>
    <nav aria-label="${pages}">
      <a href="/register/register.json">${words.download}</a>
      <a href="/register/${language}/news.atom">${words.news}</a>
      <a href="/imprint?lang=${language}">${imprint}</a>
      <a href="/privacy?lang=${language}">${privacy}</a>
    </nav>
  </footer>`
}

/** The whole page, without a script. */
export const frame = (sheet: Sheet): Html =>
  html`<!doctype html>
    <html lang="${sheet.reader.language}">
      ${head(sheet)}
      <body>
        ${places(sheet)}
        <main>${sheet.main}</main>
        ${foot(sheet)}
      </body>
    </html>`

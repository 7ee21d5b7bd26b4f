import { html } from 'hono/html'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import type { OperatorText, PageName } from './operator.ts'
import type { Words } from './words.ts'

/** What a page is made of; everything is escaped when it is put in. */
export type PageParts = {
  readonly page: PageName
  readonly language: Language
  readonly words: Words
  readonly operator: string
  readonly text: OperatorText | undefined
  /** Where the app is. */
  readonly app: string
}

const paragraph = (text: string) =>
  html`<p>${text.split('\n').map((line, at) => html`${at > 0 ? html`<br />` : ''}${line.trim()}`)}</p>`

const own = ({ text, page, words }: PageParts) =>
  text
    ? html`<div lang="${text.language}">${text.paragraphs.map(paragraph)}</div>`
    : html`<p>${page === 'imprint' ? words.noImprint : words.noPrivacy}</p>`

const general = ({ parts }: Words) =>
  parts.map(
    ({ title, lines }) =>
      html`<h2>${title}</h2>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`,
  )

const link = (address: string, text: string, isHere: boolean, language: Language) =>
  html`<a href="${address}" lang="${language}" ${isHere ? html`aria-current="page"` : ''}>${text}</a>`

const links = ({ page, language, words, app }: PageParts) =>
  html`<nav aria-label="${words.pages}">
    ${link(app, words.toApp, false, language)}
    ${link(`/imprint?lang=${language}`, words.imprint, page === 'imprint', language)}
    ${link(`/privacy?lang=${language}`, words.privacy, page === 'privacy', language)}
  </nav>`

const otherLanguages = ({ page, language, words }: PageParts) =>
  html`<nav aria-label="${words.languages}">
    ${languages.map((one) => link(`/${page}?lang=${one}`, languageNames[one], one === language, one))}
  </nav>`

/** A whole page, without a script. */
export function pageOf(parts: PageParts) {
  const { page, language, words, operator } = parts
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>${words[page]} – Ponte</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        ${links(parts)}
        <main>
          <h1>${words[page]}</h1>
          ${operator ? html`<p>${words.operator.replace('{{name}}', () => operator)}</p>` : ''} ${own(parts)}
          ${page === 'privacy' ? general(words) : ''}
        </main>
        ${otherLanguages(parts)}
      </body>
    </html>`
}

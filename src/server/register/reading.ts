import { html } from 'hono/html'
import { languages, type Language } from '../../shared/language.ts'
import type { PublicDate } from '../../shared/register/content.ts'
import { shownText } from '../../shared/register/text.ts'
import { wordsIn } from '../pages/words.ts'
import type { RegisterWords } from './words.ts'

/** In whose language a page is, what it says in it, and how it writes days, numbers and countries. */
export type Reader = {
  readonly language: Language
  readonly words: RegisterWords
  readonly country: (code: string) => string
  readonly number: (count: number) => string
  /** A year, a month or a day as `PublicDate.on` has it. */
  readonly date: (on: string) => string
}

/** What a formatter says, or the text itself where there is nothing to be formatted in it. */
function orItself(text: string, format: () => string | undefined): string {
  try {
    return format() ?? text
  } catch {
    return text
  }
}

const month = { year: 'numeric', month: 'long' } as const

function makeReader(language: Language): Reader {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const numbers = new Intl.NumberFormat(language)
  const format = (day: boolean) =>
    new Intl.DateTimeFormat(language, { ...month, ...(day ? { day: 'numeric' } : {}), timeZone: 'UTC' })
  const [days, months] = [format(true), format(false)]
  return {
    language,
    words: wordsIn(language).register,
    country: (code) => orItself(code, () => names.of(code)),
    number: (count) => numbers.format(count),
    date: (on) =>
      on.length === 4 ? on : orItself(on, () => (on.length === 7 ? months : days).format(Date.parse(on))),
  }
}

const readers = new Map(languages.map((language) => [language, makeReader(language)]))

/** The reader of a language by its code; undefined for a language that there isn't. */
export const readerOf = (language: string): Reader | undefined => readers.get(language as Language)

/** A day of the calendar for a moment in milliseconds. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Text of somebody else, kept from turning what stands beside it. */
export const other = (text: string) => html`<bdi>${shownText(text)}</bdi>`

/** Lines of somebody else. */
export const lines = (text: string, language: string) =>
  html`<div lang="${language}" dir="auto">
    ${shownText(text)
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map(
        (part) =>
          html`<p>
            ${part.split('\n').map((line, at) => html`${at > 0 ? html`<br />` : ''}${line.trim()}`)}
          </p>`,
      )}
  </div>`

/** A link that somebody else wrote: it leads where it says, tells nobody where one comes from, and counts for no search engine. */
export const outward = (address: string) =>
  html`<a href="${address}" rel="nofollow ugc noopener noreferrer">${other(address)}</a>`

/** Dates in the order of the calendar. */
export const inOrder = (dates: readonly PublicDate[]): PublicDate[] =>
  [...dates].sort((one, two) => (one.on < two.on ? -1 : Number(one.on > two.on)))

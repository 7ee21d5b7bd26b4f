import { html } from 'hono/html'
import { utf8 } from '../../shared/bytes.ts'
import { entryPage } from '../../shared/register/endpoints.ts'
import { office, readStatement, type Published } from '../../shared/register/statement.ts'
import { shownText } from '../../shared/register/text.ts'
import type { KeptPublic, Town } from '../store/register.ts'
import { dayOf, other, type Reader } from './reading.ts'
import { fill } from './words.ts'

/** What an entry says that is to be seen. It was judged when it was taken. */
export function publishedIn({ statement }: KeptPublic): Published {
  const said = readStatement(utf8(statement))
  if (said.content === null) throw new Error('an entry that was withdrawn')
  return said
}

/** What an entry is called: a partnership without a title is called by its towns. */
export function nameOf({ content }: Published): string {
  return shownText(content.title || content.towns.map(({ name }) => name).join(' – '))
}

/** Who published it. */
export const publisherIn = ({ words }: Reader, { publisher, content }: Published) =>
  publisher === office
    ? html`${words.byOffice}: ${other(content.association)}`
    : html`${fill(words.publishedBy, { name: '' })}${other(content.association)}`

/** One day of an event, or from when until when. */
export function daysOf({ words, date }: Reader, from: string, to: string): string {
  return to && to !== from ? fill(words.until, { from: date(from), to: date(to) }) : date(from)
}

/** A town as a link to its page. */
export const townLink = ({ language, country }: Reader, { slug, name, country: code }: Town) =>
  html`<a href="/register/${language}/town/${slug}"
    ><span>${other(name)}${code ? ` (${country(code)})` : ''}</span></a
  >`

/** An entry in a list: what it is, its name, where and from whom. */
export const shortOf = (reader: Reader, kept: KeptPublic) => {
  const published = publishedIn(kept)
  const { type, content } = published
  const { language, words, country, date } = reader
  const day = type === 'event' ? `${daysOf(reader, published.content.date, published.content.until)} · ` : ''
  const isNamed = content.title !== ''
  return html`<li>
    <h3>
      <a href="${entryPage(language, kept.entry)}" lang="${content.language}">${other(nameOf(published))}</a>
    </h3>
    <p>
      ${day}${words.types[type]}${content.seeksPartners ? html` · <strong>${words.seeksPartners}</strong>` : ''}
    </p>
    ${
      isNamed && content.towns.length > 0
        ? html`<p>
            ${content.towns.map(({ name, country: code }, at) => html`${at > 0 ? ', ' : ''}${other(name)} (${country(code)})`)}
          </p>`
        : ''
    }
    <p>${publisherIn(reader, published)} · ${fill(words.changedOn, { date: date(dayOf(kept.at)) })}</p>
  </li>`
}

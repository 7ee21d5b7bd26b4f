import { html, raw } from 'hono/html'
import { shownText } from '../../shared/register/text.ts'
import type { House } from '../exchange/house.ts'
import { dayOf, type Reader } from './reading.ts'
import { nameOf, publishedIn } from './short.ts'

const most = 50
const declaration = raw('<?xml version="1.0" encoding="utf-8"?>\n')

/** Characters that XML has no way to write. */
const forXml = (text: string): string => shownText(text).replace(/[\uFFFE\uFFFF]/g, '')

/** The newest entries for a feed reader, each with its paragraph in the reader's language, else in the first there is. */
export async function atomOf({ store, now, publicUrl, operator }: House, reader: Reader) {
  const { language, words } = reader
  const wanted = { type: '', country: '', seeks: false, words: [], day: dayOf(now()), town: 0 } as const
  const { entries } = await store.listed(wanted, 0, most)
  const address = `${publicUrl}/register/${language}`
  const time = (at: number): string => new Date(at).toISOString()
  return html`${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <id>${address}</id><title>${words.title}</title><updated>${time(entries[0]?.at ?? 0)}</updated>
      <author><name>${operator || 'Ponte'}</name></author>
      <link rel="self" href="${address}/news.atom" /><link
        rel="alternate"
        type="text/html"
        href="${address}"
      />
      ${entries.map((kept) => {
        const published = publishedIn(kept)
        const { text, association } = published.content
        const said = text[language] || Object.values(text).find((one) => one !== '') || ''
        const page = `${address}/entry/${kept.entry}`
        return html`<entry
          ><id>${page}</id><title>${words.types[published.type]}: ${forXml(nameOf(published))}</title>
          <updated>${time(kept.at)}</updated><author><name>${forXml(association)}</name></author>
          <link rel="alternate" type="text/html" href="${page}" />
          <summary type="text">${forXml(said)}</summary></entry
        > `
      })}</feed
    > `
}

import { html } from 'hono/html'
import { dialable } from '../../shared/phone.ts'
import { languageNames, languages } from '../../shared/language.ts'
import type { Content, PublicContact, Texts } from '../../shared/register/content.ts'
import type { Published } from '../../shared/register/statement.ts'
import type { House } from '../exchange/house.ts'
import type { KeptPublic } from '../store/register.ts'
import { frame } from './frame.ts'
import { dayOf, inOrder, lines, other, outward, type Reader } from './reading.ts'
import { reportForm, type Draft } from './report-form.ts'
import { daysOf, nameOf, publishedIn, publisherIn, townLink } from './short.ts'
import { fill } from './words.ts'

type Html = ReturnType<typeof html> | string

/** The reader's language first, then the others with their names as headings; nothing for a text that isn't there. */
const texts = ({ language }: Reader, said: Texts, level: 2 | 3): Html => {
  const others = languages.filter((one) => one !== language && said[one].trim() !== '')
  return html`${said[language].trim() === '' ? '' : lines(said[language], language)}
  ${others.map((one) => {
    const heading =
      level === 2
        ? html`<h2 lang="${one}">${languageNames[one]}</h2>`
        : html`<h3 lang="${one}">${languageNames[one]}</h3>`
    return html`${heading}${lines(said[one], one)}`
  })}`
}

const fact = (name: string, value: Html): Html =>
  value === ''
    ? ''
    : html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`

const contact = ({ words }: Reader, { mail, web, phone }: PublicContact): Html =>
  mail + web + phone === ''
    ? ''
    : html`<h2>${words.contact}</h2>
        <dl>
          ${fact(words.mail, mail && html`<a href="mailto:${encodeURI(mail)}">${other(mail)}</a>`)}
          ${fact(words.phone, phone && html`<a href="tel:${dialable(phone)}">${other(phone)}</a>`)}
          ${fact(words.web, web && outward(web))}
        </dl>`

const dates = ({ words, date }: Reader, content: Content): Html =>
  !('dates' in content) || content.dates.length === 0
    ? ''
    : html`<h2>${words.dates}</h2>
        <ul>
          ${inOrder(content.dates).map(
            ({ on, what, place }) =>
              html`<li>${date(on)}: ${words.happenings[what]}${place ? html`, ${other(place)}` : ''}</li>`,
          )}
        </ul>`

function factsOf(reader: Reader, { type, content }: Published): Html {
  const { words } = reader
  if (type === 'partnership')
    return html`${fact(words.kind, words.kinds[content.kind])}
    ${fact(words.status, words.states[content.status])}`
  if (type === 'project') return fact(words.status, words.projectStates[content.status])
  if (type === 'experience') return fact(words.withWhom, content.withWhom && other(content.withWhom))
  if (type !== 'event') return ''
  const day = daysOf(reader, content.date, content.until)
  const { time, zone } = content
  return html`${fact(words.when, time === '' ? day : fill(words.clock, { date: day, time, zone: zone.replaceAll('_', ' ') }))}
  ${fact(words.where, content.place && other(content.place))}
  ${content.online || content.link ? fact(words.online, content.link ? outward(content.link) : words.openToAll) : ''}`
}

/** The page of an entry, with a form below it for what is wrong. */
export async function pageOfEntry(house: House, reader: Reader, kept: KeptPublic, draft?: Draft) {
  const published = publishedIn(kept)
  const { type, content } = published
  const { words, date } = reader
  const towns = await house.store.townsOf(kept.entry)
  const main = html`<h1 lang="${content.language}">${other(nameOf(published))}</h1>
    <p>
      ${words.types[type]}${type === 'event' ? ` · ${words.openToAll}` : ''}${
        content.seeksPartners ? html` · <strong>${words.seeksPartners}</strong>` : ''
      }
    </p>
    <p>${publisherIn(reader, published)} · ${fill(words.changedOn, { date: date(dayOf(kept.at)) })}</p>
    <dl>${factsOf(reader, published)}</dl>
    ${texts(reader, content.text, 2)}
    ${
      type === 'experience' && Object.values(published.content.again).some((text) => text.trim() !== '')
        ? html`<h2>${words.again}</h2>
            ${texts(reader, published.content.again, 3)}`
        : ''
    }
    ${dates(reader, content)}
    ${
      towns.length > 0
        ? html`<h2>${words.townsTitle}</h2>
            <ul class="towns">
              ${towns.map((town) => html`<li>${townLink(reader, town)}</li>`)}
            </ul>`
        : ''
    }
    ${
      content.themes.length > 0
        ? html`<h2>${words.themesTitle}</h2>
            <p>${content.themes.map((theme) => words.themes[theme]).join(', ')}</p>`
        : ''
    }
    ${contact(reader, content.contact)} ${reportForm(reader, kept.entry, draft)}`
  return frame({
    reader,
    house,
    path: `/entry/${kept.entry}`,
    title: nameOf(published),
    main,
    isPassing: draft !== undefined,
  })
}

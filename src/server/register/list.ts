import { html } from 'hono/html'
import { entryTypes } from '../../shared/register/words.ts'
import type { House } from '../exchange/house.ts'
import { queryOf, wordsOf, type Choice } from './choices.ts'
import { countriesIn } from './countries.ts'
import { frame } from './frame.ts'
import { dayOf, type Reader } from './reading.ts'
import { shortOf, townLink } from './short.ts'
import { fill } from './words.ts'

const perPage = 20
const townsPerPage = 60

const option = (value: string, text: string, chosen: string) =>
  html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`

const countryField = ({ words, country }: Reader, codes: readonly string[], chosen: string) =>
  html`<label for="country">${words.country}</label>
    <select id="country" name="country">
      ${option('', words.anyCountry, chosen)}
      ${codes
        .map((code) => ({ code, name: country(code) }))
        .sort((one, other) => one.name.localeCompare(other.name))
        .map(({ code, name }) => option(code, name, chosen))}
    </select>`

const wordsField = (label: string, text: string) =>
  html`<label for="q">${label}</label>
    <input id="q" name="q" type="search" value="${text}" maxlength="100" />`

const form = (reader: Reader, choice: Choice, codes: readonly string[]) => {
  const { language, words } = reader
  return html`<form method="get" action="/register/${language}" role="search" aria-label="${words.choose}">
    <label for="type">${words.type}</label>
    <select id="type" name="type">
      ${option('', words.anyType, choice.type)}
      ${entryTypes.map((type) => option(type, words.types[type], choice.type))}
    </select>
    ${countryField(reader, codes, choice.country)} ${wordsField(words.words, choice.text)}
    <label class="tick">
      <input type="checkbox" name="seeks" value="1" ${choice.seeks ? html`checked` : ''} /> ${words.seeksOnly}
    </label>
    <button type="submit">${words.show}</button>
  </form>`
}

const paging = (reader: Reader, path: string, choice: Choice, pages: number) => {
  const { language, words } = reader
  if (pages <= 1) return ''
  const link = (page: number, text: string, rel: string) =>
    html`<a href="/register/${language}${path}${queryOf(choice, page)}" rel="${rel}">${text}</a>`
  return html`<nav aria-label="${fill(words.page, { page: choice.page, pages })}">
    ${choice.page > 1 ? link(choice.page - 1, words.before, 'prev') : ''}
    <span>${fill(words.page, { page: choice.page, pages })}</span>
    ${choice.page < pages ? link(choice.page + 1, words.next, 'next') : ''}
  </nav>`
}

/** The entries that somebody chose, newest first. */
export async function listPage(house: House, reader: Reader, choice: Choice) {
  const { words } = reader
  const { type, country, seeks, text, page } = choice
  const wanted = { type, country, seeks, words: wordsOf(text), day: dayOf(house.now()), town: 0 }
  const [{ count, entries }, codes] = await Promise.all([
    house.store.listed(wanted, (page - 1) * perPage, perPage),
    countriesIn(house, true),
  ])
  const query = queryOf(choice)
  const main = html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    ${form(reader, choice, codes)}
    <h2>${fill(words.found, { count: reader.number(count) })}</h2>
    ${
      entries.length > 0
        ? html`<ul class="entries">
            ${entries.map((entry) => shortOf(reader, entry))}
          </ul>`
        : html`<p>${words.noEntries}</p>`
    }
    ${paging(reader, '', choice, Math.ceil(count / perPage))}`
  return frame({ reader, house, path: '', query, title: words.entries, main, isPassing: query !== '' })
}

/** The towns of the base and of entries, by name. */
export async function townsPage(house: House, reader: Reader, asked: Choice) {
  const { words } = reader
  const choice: Choice = { ...asked, type: '', seeks: false }
  const { country, text, page } = choice
  const [{ count, towns }, codes] = await Promise.all([
    house.store.towns(wordsOf(text), country, (page - 1) * townsPerPage, townsPerPage),
    countriesIn(house, false),
  ])
  const query = queryOf(choice)
  const main = html`<h1>${words.towns}</h1>
    <form method="get" action="/register/${reader.language}/towns" role="search" aria-label="${words.choose}">
      ${countryField(reader, codes, country)} ${wordsField(words.townName, text)}
      <button type="submit">${words.show}</button>
    </form>
    <h2>${fill(words.found, { count: reader.number(count) })}</h2>
    ${
      towns.length > 0
        ? html`<ul class="towns">
            ${towns.map((town) => html`<li>${townLink(reader, town)}</li>`)}
          </ul>`
        : html`<p>${words.noTowns}</p>`
    }
    ${paging(reader, '/towns', choice, Math.ceil(count / townsPerPage))}`
  return frame({ reader, house, path: '/towns', query, title: words.towns, main, isPassing: query !== '' })
}

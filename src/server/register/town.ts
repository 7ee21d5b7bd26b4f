import { html } from 'hono/html'
import type { House } from '../exchange/house.ts'
import type { Town } from '../store/register.ts'
import { frame } from './frame.ts'
import { other, type Reader } from './reading.ts'
import { shortOf, townLink } from './short.ts'
import { fill } from './words.ts'

const mostEntries = 100

/** A town: what associations say of it, and whom the base links it with. */
export async function townPage(house: House, reader: Reader, town: Town) {
  const { store } = house
  const { words, country, number, date } = reader
  const wanted = { type: '', country: '', seeks: false, words: [], day: '', town: town.id } as const
  const [{ entries }, links, { base }] = await Promise.all([
    store.listed(wanted, 0, mostEntries),
    store.linksOf(town.id),
    store.registerState(),
  ])
  const { population } = town
  const main = html`<h1>${other(town.name)}</h1>
    <p>
      ${town.country ? `${country(town.country)} · ` : ''}${
        population > 0 ? fill(words.population, { count: number(population) }) : words.noPopulation
      }
    </p>
    ${
      entries.length > 0
        ? html`<h2>${words.fromOthers}</h2>
            <ul class="entries">
              ${entries.map((entry) => shortOf(reader, entry))}
            </ul>`
        : ''
    }
    ${
      links.length > 0 && base
        ? html`<h2>${words.linkedWith}</h2>
            <p>${fill(words.fromWikidata, { date: date(base.asOf) })}. ${words.credit}</p>
            <ul class="towns">
              ${links.map(
                (link) =>
                  html`<li>
                    ${townLink(reader, link.town)}${link.since > 0 ? `, ${fill(words.since, { year: link.since })}` : ''}
                  </li>`,
              )}
            </ul>`
        : ''
    }
    ${entries.length + links.length === 0 ? html`<p>${words.noLinks}</p>` : ''}`
  return frame({ reader, house, path: `/town/${town.slug}`, title: town.name, main })
}

import type { Base } from '../src/shared/register/base.ts'
import type { Contents } from '../src/shared/register/content.ts'
import { themes } from '../src/shared/register/words.ts'
import { between, pick, type Chance } from './random.ts'

const countries = ['DE', 'PL', 'HU', 'FR', 'GB', 'IT', 'ES', 'CZ', 'NL', 'SE']
const beginnings = ['Alten', 'Neu', 'Ober', 'Unter', 'Groß', 'Klein', 'Nagy', 'Kis', 'Stary', 'Nowy']
const ends = ['brück', 'dorf', 'hausen', 'berg', 'tal', 'falva', 'vár', 'grad', 'wice', 'furt']
const talk = 'Seit vielen Jahren besuchen sich Chöre, Schulen und Familien aus beiden Orten. '

/** A town of its own name, somewhere in Europe. */
const townAt = (chance: Chance, at: number): Base['towns'][number] => ({
  name: `${pick(chance, beginnings)}${pick(chance, ends)} ${at}`,
  country: pick(chance, countries),
  lat: between(chance, 360_000, 600_000) / 10_000,
  lon: between(chance, -50_000, 300_000) / 10_000,
  population: between(chance, 1000, 200_000),
  wikidata: `Q${at + 1}`,
})

/** So many links between two fifths as many towns. */
export function madeBase(chance: Chance, count: number): Pick<Base, 'towns' | 'links'> {
  const towns = Array.from({ length: Math.ceil(count * 0.4) }, (_, at) => townAt(chance, at))
  const links = new Map<number, { a: number; b: number; since: number }>()
  while (links.size < count) {
    const [one, two] = [between(chance, 0, towns.length - 1), between(chance, 0, towns.length - 1)]
    const [a, b] = [Math.min(one, two), Math.max(one, two)]
    if (a < b) links.set(a * towns.length + b, { a, b, since: between(chance, 1950, 2025) })
  }
  return { towns, links: [...links.values()] }
}

/** What so many associations publish of their partnerships, the oldest first. */
export const madeContents = (chance: Chance, count: number): Contents['partnership'][] =>
  Array.from({ length: count }, () => {
    const [one, two] = [between(chance, 0, 20_000), between(chance, 0, 20_000)].map((at) =>
      townAt(chance, at),
    )
    const towns = [one, two].flatMap((town) => (town ? [town] : []))
    const text = talk.repeat(between(chance, 1, 8))
    return {
      association: `Partnerschaftsverein ${one?.name}`,
      title: towns.map(({ name }) => name).join(' – '),
      language: 'de',
      text: { de: text, en: '', hu: '', pl: text },
      towns: towns.map(({ name, country, lat, lon, population }) => ({
        name,
        country,
        lat,
        lon,
        population,
        place: '',
      })),
      themes: [pick(chance, themes)],
      seeksPartners: chance() < 0.2,
      contact: { mail: 'post@example.org', web: 'https://example.org', phone: '' },
      kind: 'partnership',
      status: 'active',
      dates: [],
    }
  })

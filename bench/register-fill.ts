import { packed } from '../src/server/register/pack.ts'
import type { Store } from '../src/server/store/store.ts'
import type { Common } from '../src/shared/register/content.ts'
import { writeStatement, type Statement } from '../src/shared/register/statement.ts'
import { themes } from '../src/shared/register/words.ts'
import { between, pick, type Chance } from './random.ts'

const countries = ['DE', 'PL', 'HU', 'FR', 'GB', 'IT', 'ES', 'CZ', 'NL', 'SE']
const beginnings = ['Alten', 'Neu', 'Ober', 'Unter', 'Groß', 'Klein', 'Nagy', 'Kis', 'Stary', 'Nowy']
const ends = ['brück', 'dorf', 'hausen', 'berg', 'tal', 'falva', 'vár', 'grad', 'wice', 'furt']
const talk = 'Seit vielen Jahren besuchen sich Chöre, Schulen und Familien aus beiden Orten. '

/** A town of its own name, somewhere in Europe. */
const townAt = (chance: Chance, at: number) => ({
  name: `${pick(chance, beginnings)}${pick(chance, ends)} ${at}`,
  country: pick(chance, countries),
  lat: between(chance, 360_000, 600_000) / 10_000,
  lon: between(chance, -50_000, 300_000) / 10_000,
  population: between(chance, 1000, 200_000),
  wikidata: `Q${at + 1}`,
})

/** Loads a base of so many links between two fifths as many towns. */
export async function fillBase(store: Store, chance: Chance, count: number): Promise<void> {
  const towns = Array.from({ length: Math.ceil(count * 0.4) }, (_, at) => townAt(chance, at))
  const links = new Map<number, { a: number; b: number; since: number }>()
  while (links.size < count) {
    const [one, two] = [between(chance, 0, towns.length - 1), between(chance, 0, towns.length - 1)]
    const [a, b] = [Math.min(one, two), Math.max(one, two)]
    if (a < b) links.set(a * towns.length + b, { a, b, since: between(chance, 1950, 2025) })
  }
  await store.keepBase(packed({ asOf: '2026-11-01', towns, links: [...links.values()] }))
}

const hex = (bytes: number, number: number): string => number.toString(16).padStart(2 * bytes, '0')

/** Publishes so many entries, as so many associations do that have twenty each. */
export async function fillEntries(store: Store, chance: Chance, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const { wikidata: _, ...one } = townAt(chance, between(chance, 0, 20_000))
    const { wikidata: __, ...two } = townAt(chance, between(chance, 0, 20_000))
    const text = talk.repeat(between(chance, 1, 8))
    const content: Common & { kind: 'partnership'; status: 'active'; dates: [] } = {
      association: `Partnerschaftsverein ${one.name}`,
      title: `${one.name} – ${two.name}`,
      language: 'de',
      text: { de: text, en: '', hu: '', pl: text },
      towns: [one, two].map((town) => ({ ...town, place: '' })),
      themes: [pick(chance, [...themes])],
      seeksPartners: chance() < 0.2,
      contact: { mail: 'post@example.org', web: 'https://example.org', phone: '' },
      kind: 'partnership',
      status: 'active',
      dates: [],
    }
    const [entry, publisher, device] = [hex(16, at), hex(16, 1 + Math.floor(at / 20)), hex(16, 9)]
    const statement: Statement = { entry, publisher, device, type: 'partnership', revision: 1, content }
    const signed = { signature: hex(64, at), key: hex(65, at), at: Date.UTC(2026, 10, 1), mark: hex(8, at) }
    await store.publish(
      { statement, bytes: writeStatement(statement), ...signed },
      { there: 500, ever: 5000 },
    )
  }
}

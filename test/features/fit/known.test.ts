import { describe, expect, it } from 'vitest'
import type { EntryRow, TownRow } from '../../../src/db/register/tables.ts'
import { answerFrom } from '../../../src/features/fit/answer.ts'
import { anyTown } from '../../../src/features/fit/filters.tsx'
import { knownFrom, type Known } from '../../../src/features/fit/known.ts'
import type { Asked } from '../../../src/features/fit/question.ts'
import { chanceFrom } from '../../../src/records/fit/chance.ts'
import { foldedName } from '../../../src/shared/register/town.ts'
import { contentOf } from '../../shared/register/entries.ts'

const row = (
  id: number,
  name: string,
  country: string,
  [lat, lon]: [number, number],
  population: number,
  ...links: number[]
): TownRow => ({
  id,
  name,
  country,
  lat,
  lon,
  population,
  links: links.map((one) => [one, 0] as const),
  folded: foldedName(name),
})

const towns = [
  row(0, 'Warschau', 'PL', [52.23, 21.01], 1_800_000, 1),
  row(1, 'Altenbrück', 'DE', [51.22, 7.63], 72_000, 0, 2),
  row(2, 'Nowy Most', 'PL', [49.83, 19.94], 18_000, 1, 3),
  row(3, 'Hídvásár', 'HU', [47.68, 16.59], 63_000, 2),
  row(4, 'Neustadt', '', [50, 10], 0),
]

const asked = (name: string, country: string, more: Partial<Asked> = {}): Asked => ({
  names: [name],
  country,
  lat: null,
  lon: null,
  people: 0,
  ...more,
})

const home = asked('ALTENBRUCK', 'DE', { lat: 51.25, lon: 7.6 })

/** The partners of the town itself, by their names. */
function partnersOf({ graph, home: id }: Known): string[] {
  const at = graph.numberOf.get(id ?? '') ?? -1
  const start = graph.start[at] ?? 0
  const partners = graph.to.subarray(start, start + (graph.degree[at] ?? 0))
  return [...partners].map((one) => graph.towns[one]?.name ?? '')
}

const entry = (status: 'active' | 'planned' | 'resting', names: readonly [string, string][]): EntryRow => ({
  entry: status,
  state: 'published',
  publisher: '',
  type: 'partnership',
  revision: 1,
  at: 1,
  reason: '',
  countries: [],
  content: contentOf('partnership', {
    status,
    towns: names.map(([name, country]) => ({
      name,
      country,
      lat: null,
      lon: null,
      place: '',
      population: null,
    })),
  }),
})

describe('the graph of a base', () => {
  it('holds each town once, with its links and people, and knows the town by its name', () => {
    const known = knownFrom({ towns, entries: [] }, { town: home, links: [] })
    expect(known.home).toBe('Altenbrück|DE|51.22|7.63')
    expect(known.graph.towns).toHaveLength(5)
    expect(known.graph.to).toHaveLength(6)
    expect(partnersOf(known)).toEqual(['Nowy Most', 'Warschau'])
    expect(known.graph.towns.map(({ name, country, people }) => [name, country, people])).toContainEqual([
      'Neustadt',
      '?',
      undefined,
    ])
  })

  it('takes in what associations publish and the notebook knows, but not what is only planned', () => {
    const whole = {
      towns,
      entries: [
        entry('resting', [
          ['Altenbrück', 'DE'],
          ['Hídvásár', 'HU'],
        ]),
        entry('planned', [
          ['Altenbrück', 'DE'],
          ['Neustadt', 'AT'],
        ]),
      ],
    }
    const known = knownFrom(whole, {
      town: home,
      links: [[home, asked('Whitby', 'GB', { lat: 54.49, lon: -0.62 })]],
    })
    expect(partnersOf(known).sort()).toEqual(['Hídvásár', 'Nowy Most', 'Warschau', 'Whitby'])
    const { towns: found } = answerFrom(known, anyTown)
    expect(found.map(({ name }) => name)).toEqual(['Neustadt'])
  })

  it('knows a large town by where it lies, whatever it is called, and a small one only by its name', () => {
    const near = { lat: 52.25, lon: 21.03 }
    const large = asked('Warszawa', 'PL', { ...near, people: 1_700_000 })
    expect(knownFrom({ towns, entries: [] }, { town: large, links: [] }).home).toMatch(/^Warschau\|/)
    const small = asked('Wioska', 'PL', { ...near, people: 3_000 })
    expect(knownFrom({ towns, entries: [] }, { town: small, links: [] }).home).toBe('Wioska|PL|52.25|21.03')
  })

  it('has no place for a town of which nobody knows where it lies', () => {
    const known = knownFrom({ towns, entries: [] }, { town: asked('Nirgends', 'DE'), links: [] })
    expect(answerFrom(known, anyTown)).toEqual({
      towns: [],
      people: 0,
      countries: ['DE', 'HU', 'PL'],
      isNowhere: true,
    })
  })
})

describe('the suggestions', () => {
  const known = knownFrom({ towns, entries: [] }, { town: home, links: [] })
  const names = (wish: Partial<typeof anyTown>): string[] =>
    answerFrom(known, { ...anyTown, ...wish })
      .towns.map(({ name }) => name)
      .sort()

  it('leave out the town and its partners', () => {
    const { towns: found, people } = answerFrom(known, anyTown)
    expect(people).toBe(72_000)
    expect(found.map(({ name }) => name).sort()).toEqual(['Hídvásár', 'Neustadt'])
    expect(found.find(({ name }) => name === 'Hídvásár')).toMatchObject({
      country: 'HU',
      people: 63_000,
      partners: 1,
    })
    expect(found.find(({ name }) => name === 'Neustadt')).toMatchObject({ country: '', people: 0 })
  })

  it('keep to what is wished for: a town of unknown size is in none that is chosen', () => {
    expect(names({ country: 'HU' })).toEqual(['Hídvásár'])
    expect(names({ country: 'FR' })).toEqual([])
    expect(names({ km: 500 })).toEqual(['Neustadt'])
    expect(names({ people: [50_000, 200_000] })).toEqual(['Hídvásár'])
    expect(names({ people: [1, 10_000] })).toEqual([])
  })
})

/** Many towns in four countries, with as many links by chance; '' is the country of some. */
function world(seed: number): TownRow[] {
  const chance = chanceFrom(seed)
  const pick = (below: number): number => Math.floor(chance() * below)
  const pairs = Array.from({ length: 60 }, () => [pick(40), pick(40)] as const).filter(([a, b]) => a !== b)
  return Array.from({ length: 40 }, (_, id) =>
    row(
      id,
      `Ort ${id}`,
      ['DE', 'PL', 'HU', ''][id === 0 ? 0 : pick(4)] ?? '',
      [45 + 10 * chance(), 5 + 15 * chance()],
      pick(3) * 40_000,
      ...new Set(pairs.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))),
    ),
  )
}

it('suggests no partner and all else, and names as common only towns that are, whatever the base', () => {
  let named = 0
  for (let seed = 1; seed <= 20; seed += 1) {
    const all = world(seed)
    const [{ name, country, lat, lon }] = all as [TownRow]
    const known = knownFrom(
      { towns: all, entries: [] },
      { town: asked(name, country, { lat, lon }), links: [] },
    )
    const { towns: found } = answerFrom(known, anyTown)
    const names = found.map((one) => one.name)
    const partners = partnersOf(known)
    expect(
      names.filter((one) => partners.includes(one) || one === name),
      `seed ${seed}`,
    ).toEqual([])
    expect(new Set([...names, ...partners, name]).size, `seed ${seed}`).toBe(40)
    for (const one of found)
      for (const via of one.reasons.flatMap(({ part, via: between }) =>
        part === 'network' ? between : [],
      )) {
        named += 1
        expect(partners, `seed ${seed}`).toContain(via)
        const linked = all.find((town) => town.name === via)?.links.map(([id]) => `Ort ${id}`)
        expect(linked, `seed ${seed}`).toContain(one.name)
      }
  }
  expect(named).toBeGreaterThan(0)
})

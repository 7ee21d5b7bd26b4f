import { packed } from '../../../src/server/register/pack.ts'
import type { NewBase } from '../../../src/server/store/register.ts'

/** A base of these towns (name and country, far apart) and links (two of them by place, and the year). */
export function baseOf(
  towns: readonly (readonly [string, string])[],
  links: readonly (readonly [number, number, number])[],
): NewBase {
  return packed({
    asOf: '2026-11-01',
    towns: towns.map(([name, country], at) => ({
      name,
      country,
      lat: 40 + (at % 200) / 10,
      lon: (at % 300) / 10,
      population: 1000 * at,
      wikidata: '',
    })),
    links: links.map(([a, b, since]) => ({ a, b, since })),
  })
}

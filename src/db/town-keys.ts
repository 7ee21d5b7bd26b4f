import { townNames } from '../records/kinds/town.ts'
import { partsOf, compound, spellings } from '../shared/fold.ts'
import type { Fields } from '../shared/value.ts'

const keyOf = (spelling: string): string => (spelling.match(compound) ?? []).flatMap(partsOf).join(' ')

/** How a name is compared: without accents, hyphens and brackets, ä ö ü in both spellings. None for a name without letters. */
export const keysOfName = (name: string): string[] => [...new Set(spellings(name).map(keyOf))].filter(Boolean)

/** How all names of a town are compared. */
export const keysOfTown = (town: Fields): ReadonlySet<string> =>
  new Set(townNames(town).flatMap((name) => keysOfName(name)))

/** Whether a typed name is one of those that these keys stand for: "KRAKOW" and "Bielsko Biała" are, "Neu-Kraków" isn't. */
export const isNamed = (name: string, keys: ReadonlySet<string>): boolean =>
  keysOfName(name).some((key) => keys.has(key))

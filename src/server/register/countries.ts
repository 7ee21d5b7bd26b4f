import type { House } from '../exchange/house.ts'
import { tagOf } from './feed.ts'

type Known = { tag: string; readonly codes: Map<boolean, Promise<string[]>> }
const known = new WeakMap<House, Known>()

/** The countries that entries name, or all towns; worked out once for each state of the register. */
export async function countriesIn(house: House, ofEntries: boolean): Promise<string[]> {
  const tag = tagOf(await house.store.registerState())
  const before = known.get(house)
  const now = before?.tag === tag ? before : { tag, codes: new Map<boolean, Promise<string[]>>() }
  known.set(house, now)
  const codes = now.codes.get(ofEntries) ?? house.store.countries(ofEntries)
  now.codes.set(ofEntries, codes)
  return codes
}

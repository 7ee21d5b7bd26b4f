import type { BaseLink, BaseTown } from '../../../shared/register/base.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import { foldedName, isNear } from '../../../shared/register/town.ts'
import { Broken, type Row } from './broken.ts'
import { checkColumns, linkOf, type Lacking, type Link } from './fields.ts'

/** Rows that were left out, and why. */
type LeftOut = { [reason in Lacking | 'itself']: number }

/** Towns and links out of rows, each once. Holds no more than a base may have. */
export class Gathering {
  readonly towns: BaseTown[] = []
  readonly leftOut: LeftOut = { name: 0, place: 0, itself: 0 }
  readonly #byId = new Map<string, number>()
  readonly #byName = new Map<string, number[]>()
  readonly #links = new Map<number, number>()
  #isChecked = false

  add(row: Row): void {
    if (!this.#isChecked) checkColumns(row)
    this.#isChecked = true
    const link = linkOf(row)
    if (typeof link === 'string') this.leftOut[link] += 1
    else this.#addLink(row, link)
  }

  get links(): BaseLink[] {
    const most = registerLimits.baseTowns
    return [...this.#links]
      .map(([key, since]) => ({ a: Math.floor(key / most), b: key % most, since }))
      .sort((one, other) => one.a - other.a || one.b - other.b)
  }

  #addLink(row: Row, { one, other, since }: Link): void {
    const [from, to] = [this.#placeOf(row, one), this.#placeOf(row, other)]
    if (from === to) {
      this.leftOut.itself += 1
      return
    }
    const key = Math.min(from, to) * registerLimits.baseTowns + Math.max(from, to)
    const before = this.#links.get(key) ?? 0
    // Both sides tell of it, and not always the same year: the first one counts.
    this.#links.set(key, before > 0 && since > 0 ? Math.min(before, since) : before || since)
    if (this.#links.size > registerLimits.baseLinks) throw new Broken(row.line, 'more links than there are')
  }

  /** The town's place in the list: the same for one that was there, by its number or by its name, country and place. */
  #placeOf(row: Row, town: BaseTown): number {
    const known = town.wikidata === '' ? this.#named(town) : this.#byId.get(town.wikidata)
    if (known !== undefined) {
      const before = this.towns[known]
      if (before && before.population === 0) this.towns[known] = { ...before, population: town.population }
      return known
    }
    if (this.towns.length >= registerLimits.baseTowns) throw new Broken(row.line, 'more towns than there are')
    const place = this.towns.push(town) - 1
    if (town.wikidata !== '') this.#byId.set(town.wikidata, place)
    const name = `${town.country} ${foldedName(town.name)}`
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), place])
    return place
  }

  #named(town: BaseTown): number | undefined {
    const places = this.#byName.get(`${town.country} ${foldedName(town.name)}`) ?? []
    return places.find((place) => {
      const there = this.towns[place]
      return there !== undefined && isNear(there, town)
    })
  }
}

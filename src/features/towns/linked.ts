import { nextWith, type Next } from '../../db/next-with.ts'
import { linksOf } from '../../db/partner-towns.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { anniversariesOf, type Anniversary } from '../../records/anniversaries.ts'
import { stateOf, type PartnershipState } from '../../records/kinds/partnership.ts'
import { today } from '../../ui/dates.ts'

/** A partner town with its partnership; what of them isn't here is undefined. */
export type Linked = {
  readonly id: string
  readonly town: Row | undefined
  readonly partnership: Row | undefined
  /** The town that it is linked with. */
  readonly home: Row | undefined
  /** Its next event, and the next anniversary within two years. */
  readonly next: Next | undefined
  readonly anniversary: Anniversary | undefined
}

/** Most of our partners' towns first. The last one is for towns that are written down without a partnership. */
export const groupNames = ['active', 'preparing', 'resting', 'ended', 'none'] as const
export type GroupName = (typeof groupNames)[number]

export const groupOf = ({ partnership }: Linked): GroupName =>
  partnership ? (stateOf(partnership.fields) satisfies PartnershipState) : 'none'

export type OurTowns = {
  readonly own: readonly Row[]
  readonly linked: readonly Linked[]
  /** Links between other towns. */
  readonly others: readonly Linked[]
}

const yearsAhead = 2

const nextAnniversary = ({ fields }: Row, from: string): Anniversary | undefined =>
  anniversariesOf(fields, { from, to: `${Number(from.slice(0, 4)) + yearsAhead}${from.slice(4)}` })[0]

/** Our own town, or towns, all that are linked with it, and what is known of other towns' links. */
export async function ourTowns(notebook: Notebook): Promise<OurTowns> {
  const { ours, others, own, alone } = await linksOf(notebook)
  const now = today(new Date(notebook.now()))
  const next = await nextWith(notebook, [...ours.flatMap(({ town }) => town ?? []), ...alone])
  return {
    own,
    linked: [
      ...ours.map((link) => ({
        ...link,
        id: link.partnership.id,
        next: next.get(link.town?.id ?? ''),
        anniversary: nextAnniversary(link.partnership, now),
      })),
      ...alone.map((town) => ({
        id: town.id,
        town,
        home: undefined,
        partnership: undefined,
        next: next.get(town.id),
        anniversary: undefined,
      })),
    ],
    others: others.map((link) => ({
      ...link,
      id: link.partnership.id,
      next: undefined,
      anniversary: nextAnniversary(link.partnership, now),
    })),
  }
}

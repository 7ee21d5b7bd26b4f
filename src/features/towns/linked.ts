import { listOf } from '../../db/find.ts'
import { nextWith, type Next } from '../../db/next-with.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { stateOf, type PartnershipState } from '../../records/kinds/partnership.ts'

/** A partner town with its partnership; what of the two isn't here is undefined. */
export type Linked = {
  readonly id: string
  readonly town: Row | undefined
  readonly partnership: Row | undefined
  readonly next: Next | undefined
}

/** Most of our partners' towns first. The last one is for towns that are written down without a partnership. */
export const groupNames = ['active', 'preparing', 'resting', 'ended', 'none'] as const
export type GroupName = (typeof groupNames)[number]

export const groupOf = ({ partnership }: Linked): GroupName =>
  partnership ? (stateOf(partnership.fields) satisfies PartnershipState) : 'none'

export type OurTowns = { readonly ours: readonly Row[]; readonly linked: readonly Linked[] }

/** Our own town, or towns, and all that are linked with it. */
export async function ourTowns(notebook: Notebook): Promise<OurTowns> {
  const [towns, partnerships] = await Promise.all([listOf(notebook, 'town'), listOf(notebook, 'partnership')])
  const byId = new Map(towns.map((town) => [town.id, town]))
  const next = await nextWith(notebook, towns)
  const named = new Set(
    partnerships.flatMap(({ fields }) => ['here', 'there'].map((side) => textOf(fields, side))),
  )
  const alone = towns.filter(({ id, fields }) => fields['isOurs'] !== true && !named.has(id))
  return {
    ours: towns.filter(({ fields }) => fields['isOurs'] === true),
    linked: [
      ...partnerships.map((partnership) => {
        const town = byId.get(textOf(partnership.fields, 'there'))
        return { id: partnership.id, town, partnership, next: next.get(town?.id ?? '') }
      }),
      ...alone.map((town) => ({ id: town.id, town, partnership: undefined, next: next.get(town.id) })),
    ],
  }
}

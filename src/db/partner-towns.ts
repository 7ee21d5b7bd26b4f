import { textOf } from '../records/fields.ts'
import { readEnds } from './anniversaries.ts'
import { listOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** A link between two towns: the end it is looked at from, and the other one, as far as they are known. */
export type Link = {
  readonly partnership: Row
  readonly home: Row | undefined
  readonly town: Row | undefined
}

export type Links = {
  /** With our own town, or one of them, at one end. */
  readonly ours: readonly Link[]
  /** Between two other towns. */
  readonly others: readonly Link[]
  /** Our own towns. */
  readonly own: readonly Row[]
  /** Towns at the end of no link. */
  readonly alone: readonly Row[]
}

const isOwn = (town: Row | undefined): boolean => town?.fields['isOurs'] === true

/** All links of a notebook. Where nobody has said which town is ours, all of them count as ours. */
export async function linksOf(notebook: Notebook): Promise<Links> {
  const [towns, partnerships, endsOf] = await Promise.all([
    listOf(notebook, 'town'),
    listOf(notebook, 'partnership'),
    readEnds(notebook),
  ])
  const links = partnerships.map((partnership) => {
    const { here, there, isOurs } = endsOf(partnership)
    const isTurned = isOwn(there) && !isOwn(here)
    return { partnership, isOurs, ...(isTurned ? { home: there, town: here } : { home: here, town: there }) }
  })
  const linked = new Set(
    partnerships.flatMap(({ fields }) => ['here', 'there'].map((side) => textOf(fields, side))),
  )
  return {
    ours: links.filter(({ isOurs }) => isOurs),
    others: links.filter(({ isOurs }) => !isOurs),
    own: towns.filter(isOwn),
    alone: towns.filter((town) => !isOwn(town) && !linked.has(town.id)),
  }
}

/** The towns that are linked with ours, and those that may be one day. */
export async function partnerTowns(notebook: Notebook): Promise<Row[]> {
  const { ours, alone } = await linksOf(notebook)
  const towns = [...ours.flatMap(({ town }) => town ?? []), ...alone].filter((town) => !isOwn(town))
  return [...new Map(towns.map((town) => [town.id, town])).values()]
}

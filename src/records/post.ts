import { uses, type Use } from '../shared/uses.ts'
import type { Fields } from '../shared/value.ts'
import { photoLack, usesOfChannel, type Lack } from './consent.ts'
import { textOf, tickedIn } from './fields.ts'

/** In place of a channel: somebody to whom one writes. */
export const toSomebody = 'message'

/** In place of a person in a photo: nobody can be recognised, or somebody who isn't in the notebook. */
export const nobody = 'nobody'
export const stranger = 'stranger'

/** Why a photo doesn't leave: nobody said who is to be seen, a stranger is, or a person's or the parents' agreement is missing. */
export type Hold = {
  readonly why: 'unasked' | 'stranger' | Lack
  /** Whose agreement it is; '' where nobody is known. */
  readonly person: string
}

/** What somebody's agreement is needed for; everything while no channel is chosen, or while it is unknown what that is. */
export function usesOfPost(fields: Fields, channel: Fields | undefined): readonly Use[] {
  if (textOf(fields, 'channel') === toSomebody) return ['message']
  return channel ? usesOfChannel(channel) : uses
}

/** What a post's photos are checked against. */
export type Check = {
  readonly uses: readonly Use[]
  /** The people who stand in the notebook, by id. Whoever is missing here agreed to nothing. */
  readonly people: ReadonlyMap<string, Fields>
  readonly today: string
}

/** What holds a photo back; nothing where it may leave. */
export function holdsOf(fields: Fields, photo: string, { uses: wanted, people, today }: Check): Hold[] {
  const shown = tickedIn(fields, `shown/${photo}`)
  if (shown.length === 0) return [{ why: 'unasked', person: '' }]
  return shown.flatMap((id): Hold[] => {
    if (id === nobody) return []
    if (id === stranger) return [{ why: 'stranger', person: '' }]
    const person = people.get(id)
    const lack = person ? photoLack(person, wanted, today) : 'person'
    return lack ? [{ why: lack, person: id }] : []
  })
}

/** Of the photos that stand about the record, those that were chosen and that nothing holds back, in their order. */
export function photosToHandOut(fields: Fields, standing: readonly string[], check: Check): string[] {
  const chosen = new Set(tickedIn(fields, 'photos'))
  return standing.filter((photo) => chosen.has(photo) && holdsOf(fields, photo, check).length === 0)
}

import type { PictureName } from '../../ui/pictures.ts'
import { needs, type FormatId, type Needs } from './needs.ts'
import { pictures } from './pictures.ts'
import { plans, type Plan } from './plans.ts'
import { sources } from './sources.ts'

/** What does not differ by language. */
export type Format = Needs &
  Plan & {
    readonly id: FormatId
    readonly picture: PictureName
    /** The pages that tell how it worked elsewhere. */
    readonly sources: readonly string[]
  }

const ids = Object.keys(needs) as FormatId[]

/** All formats of the handbook, in its order. */
export const formats: readonly Format[] = ids.map((id) => ({
  id,
  picture: pictures[id],
  ...needs[id],
  ...plans[id],
  sources: sources[id],
}))

/** The format of that name; undefined for none and for one of a newer version of the app. */
export const formatCalled = (name: string): Format | undefined => formats.find(({ id }) => id === name)

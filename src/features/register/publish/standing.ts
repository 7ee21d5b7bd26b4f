import type { EntryRow, RegisterInfo } from '../../../db/register/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { cameBack, isPublic, revisionOf } from '../../../records/kinds/publication.ts'
import type { Fields } from '../../../shared/value.ts'
import type { TextKey } from '../../../ui/text.ts'

/**
 * How an entry of ours stands: never published; public; hidden by the operator; withdrawn; `lost`: the register has it no more; `back`: it shows what was
 * withdrawn, until a coordinator's device has taken it out once more. The last two come of an exchange that was set back.
 */
export type Standing = 'draft' | 'public' | 'hidden' | 'withdrawn' | 'lost' | 'back'

export const standingKeys: { readonly [standing in Standing]: TextKey } = {
  draft: 'register.own.draft',
  public: 'register.own.public',
  hidden: 'register.own.hidden',
  withdrawn: 'register.own.withdrawn',
  lost: 'register.own.lost',
  back: 'register.own.back',
}

/** Milliseconds by which the clocks of two tablets often differ. */
const doubt = 10 * 60 * 1000

/** How it stands by what the notebook knows and what lies here of the register. */
export function standingOf(
  fields: Fields,
  item: EntryRow | undefined,
  { takenAt }: Pick<RegisterInfo, 'takenAt'>,
): Standing {
  const revision = revisionOf(fields)
  if (item && item.state === 'hidden') return 'hidden'
  if (item && item.revision > revision) return item.state === 'published' ? 'public' : 'withdrawn'
  if (isPublic(fields)) {
    const isOld = takenAt > Date.parse(textOf(fields, 'changedAt')) + doubt
    return isOld && (!item || item.revision < revision) ? 'lost' : 'public'
  }
  if (revision === 0) return 'draft'
  return cameBack(fields, item) ? 'back' : 'withdrawn'
}

/** What the notebook has to learn of the register: an answer that never arrived here, or of another tablet; undefined for nothing. */
export function toLearn(fields: Fields, item: EntryRow | undefined): Fields | undefined {
  if (!item || item.state === 'hidden' || item.revision <= revisionOf(fields)) return undefined
  const at = new Date(item.at).toISOString()
  if (item.state === 'withdrawn') return { revision: item.revision, withdrawnAt: at }
  return {
    revision: item.revision,
    publishedAt: isPublic(fields) ? textOf(fields, 'publishedAt') : at,
    changedAt: at,
    withdrawnAt: '',
    published: item.content,
  }
}

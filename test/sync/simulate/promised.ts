import { readSafety } from '../../../src/sync/status.ts'
import type { Disk } from './checks.ts'
import { namesOf } from './coordinators.ts'
import type { Tablet } from './tablet.ts'
import { mustHold, textOf } from './violation.ts'
import type { World } from './world.ts'

/** Where a value may be that was promised on a tablet: by `<record> <field>`. */
type Whereabouts = (place: string) => ReadonlySet<string>

/**
 * What was promised on this tablet stands there, or somebody who saw it replaced it. Of a record that was erased: the exchange had it
 * before, or it is set aside here, or it was this tablet that erased it. That it was deleted nobody has to remember.
 */
export async function checkKept(
  { ledger, truth }: World,
  tablet: Tablet,
  gone: ReadonlySet<string>,
  [living, unsent]: readonly [Whereabouts, Whereabouts],
  where: string,
): Promise<void> {
  const { name, kept, aside } = tablet
  const me = gone.size > 0 ? await namesOf(tablet) : []
  for (const { record, set } of kept) {
    const isGone = gone.has(record)
    if (isGone && me.some((id) => truth?.erased.by.get(record)?.has(id))) continue
    for (const [field, value] of Object.entries(set)) {
      if (isGone && field === 'deletedAt') continue
      const place = `${record} ${field}`
      const left = [truth?.takenAt(place) ?? [], aside.get(place) ?? [], unsent(place)]
      const there = isGone ? new Set(left.flatMap((values) => [...values])) : living(place)
      mustHold(
        ledger.isAccounted(record, field, value, there),
        () =>
          `${name}: ${textOf(value).slice(0, 80)} at ${place} is lost ${isGone ? 'with its record' : where}`,
      )
    }
  }
}

const nowhere: Whereabouts = () => new Set()

/** What is said to be safe at the exchange is there. */
export async function checkSafety(world: World, tablet: Tablet, gone: ReadonlySet<string>): Promise<void> {
  const { witness: tables } = tablet
  const { safeAt } = await readSafety({ space: '', me: '', tables, now: () => world.time })
  if (safeAt === undefined || !world.truth) return
  const { living } = world.truth
  const where = 'at the exchange, and all is said to be safe'
  await checkKept(world, tablet, gone, [living.valuesAt, nowhere], where)
}

/** What waits to be sent, also of what was erased: it is set aside when it is sealed, or its turn comes to be. */
export function unsentOn({ waiting, outbox }: Pick<Disk, 'waiting' | 'outbox'>): Whereabouts {
  const rows = [...waiting, ...outbox]
  return (place) =>
    new Set(
      rows.flatMap(({ record, set }) =>
        Object.entries(set).flatMap(([field, value]) =>
          `${record} ${field}` === place ? textOf(value) : [],
        ),
      ),
    )
}

import type { Tablet } from './tablet.ts'
import { textOf } from './violation.ts'
import type { World } from './world.ts'

/** Keeps in mind what was ever set aside on a tablet: after a month it is gone from there. */
export async function noteAside({ told }: World, { witness, aside }: Tablet): Promise<void> {
  for (const { record, set } of await witness.setAside.toArray())
    for (const [field, value] of Object.entries(set)) {
      const place = `${record} ${field}`
      const values = aside.get(place) ?? new Set()
      if (!values.has(textOf(value))) told.setAside += 1
      aside.set(place, values.add(textOf(value)))
    }
}

/** On all tablets, before the month of any of it can end. */
export async function noteAllAside(world: World): Promise<void> {
  for (const tablet of world.tablets) if (!tablet.isGone) await noteAside(world, tablet)
}

import { fold } from '../shared/fold.ts'
import { readSettings } from './device.ts'
import { findByName } from './search.ts'
import type { Open } from './notebook.ts'
import type { Notebook } from './tables.ts'

/** Under this key of `meta` lies a JSON map of devices' ids to the names of the people who write on them. */
const namesKey = 'names'

/** The name of the person who writes on a device; '' where nobody has told. */
export async function nameOfDevice({ tables }: Notebook, device: string): Promise<string> {
  const kept = await tables.meta.get(namesKey)
  const names = JSON.parse(kept?.value ?? '{}') as { readonly [device: string]: string }
  return names[device] ?? ''
}

/** More people of one name than any association has. */
const most = 50

/** The ids of the people in this notebook who are called as the person at this device. */
export async function idsOfMe({
  notebook,
  device,
}: Pick<Open, 'notebook' | 'device'>): Promise<ReadonlySet<string>> {
  const { myName } = await readSettings(device)
  if (!myName.trim()) return new Set()
  const found = await findByName(notebook, ['person'], myName, most)
  return new Set(found.filter((row) => fold(row.label) === fold(myName).trim()).map((row) => row.id))
}

import { fold, foldWords } from '../shared/fold.ts'
import { readSettings } from './device.ts'
import type { Open } from './notebook.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** Under this key of `meta` lies a JSON map of devices' ids to the names of the people who write on them. */
const namesKey = 'names'

/** The name of the person who writes on a device; '' where nobody has told. */
export async function nameOfDevice({ tables }: Notebook, device: string): Promise<string> {
  const kept = await tables.meta.get(namesKey)
  const names = JSON.parse(kept?.value ?? '{}') as { readonly [device: string]: string }
  return names[device] ?? ''
}

/** Whether a row is a standing record of that kind and name, however it is accented. */
export function isCalled(row: Row, kind: string, name: string): boolean {
  return row.list === kind && fold(row.label).trim() === fold(name).trim()
}

/** The records of a kind in this notebook of that name; of a kind whose words are in the index. */
export async function called(notebook: Notebook, kind: string, name: string): Promise<Row[]> {
  // By one word of the index, and not through `search`: the first screen asks this too.
  const [word] = foldWords(name)
  if (!word) return []
  const rows = await notebook.tables.records.where('lookup').equals(word).toArray()
  return rows.filter((row) => isCalled(row, kind, name))
}

/** The first person in this notebook of that name. */
export const personCalled = async (notebook: Notebook, name: string): Promise<Row | undefined> =>
  (await called(notebook, 'person', name))[0]

/** The ids of the people in this notebook who are called as the person at this device. */
export async function idsOfMe({
  notebook,
  device,
}: Pick<Open, 'notebook' | 'device'>): Promise<ReadonlySet<string>> {
  const { myName } = await readSettings(device)
  return new Set((await called(notebook, 'person', myName)).map((row) => row.id))
}

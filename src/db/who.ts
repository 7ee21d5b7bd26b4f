import { textOf } from '../records/fields.ts'
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

/** By the first word in the index, and not through `search`: the first screen asks this too. */
async function rowsWithWord(notebook: Notebook, name: string): Promise<Row[]> {
  const [word] = foldWords(name)
  return word ? notebook.tables.records.where('lookup').equals(word).toArray() : []
}

/** The records of a kind in this notebook of that name; of a kind whose words are in the index. */
export async function called(notebook: Notebook, kind: string, name: string): Promise<Row[]> {
  return (await rowsWithWord(notebook, name)).filter((row) => isCalled(row, kind, name))
}

const inAnyOrder = (name: string): string => foldWords(name).sort().join(' ')

/** Whether a person's two names are these words: Hungarians write "Vogel Renate" where others write "Renate Vogel". */
const hasNames = ({ list, fields }: Row, words: string): boolean =>
  list === 'person' && inAnyOrder(`${textOf(fields, 'givenName')} ${textOf(fields, 'familyName')}`) === words

/**
 * The people in this notebook of that name. Those whose names stand in another order, or with a title before them, are meant
 * only where nobody is called just so.
 */
async function peopleCalled(notebook: Notebook, name: string): Promise<Row[]> {
  const rows = await rowsWithWord(notebook, name)
  const exactly = rows.filter((row) => isCalled(row, 'person', name))
  const words = inAnyOrder(name)
  return exactly.length > 0 ? exactly : rows.filter((row) => hasNames(row, words))
}

/** The first person in this notebook of that name. */
export const personCalled = async (notebook: Notebook, name: string): Promise<Row | undefined> =>
  (await peopleCalled(notebook, name))[0]

/** The ids of the people in this notebook who are called as the person at this device. */
export async function idsOfMe({
  notebook,
  device,
}: Pick<Open, 'notebook' | 'device'>): Promise<ReadonlySet<string>> {
  const { myName } = await readSettings(device)
  return new Set((await peopleCalled(notebook, myName)).map((row) => row.id))
}

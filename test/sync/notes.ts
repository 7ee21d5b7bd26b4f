import { edit } from '../db/notebook.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { newId, seenOn, write, type Tablet } from './town.ts'

/** By what name a tablet goes now. */
export const idOf = async ({ exchange }: Tablet): Promise<string> => (await keysNow(exchange)).id

/** Writes a note with this text. */
export const note = (tablet: Tablet, text: string): Promise<void> =>
  write(tablet, edit(newId(), 'note', { text }))

/** The texts of all notes on a tablet, in order. */
export async function textsOn(tablet: Tablet): Promise<string[]> {
  const seen = Object.values(await seenOn(tablet)) as { fields: { text?: string } }[]
  return seen.flatMap(({ fields }) => fields.text ?? []).sort()
}

import type { Exchange } from './exchange.ts'

/** Which sheet was tried on this device, under this key of `meta`: a paper that nobody can read is none. */
const key = 'sheetTried'

/** The sheet that was tried here last, '' for none. */
export const triedSheet = async ({ tables }: Exchange): Promise<string> =>
  (await tables.meta.get(key))?.value ?? ''

/** Remembers that a sheet was tried here, and was right. */
export const keepTried = ({ tables }: Exchange, slip: string): Promise<string> =>
  tables.meta.put({ key, value: slip })

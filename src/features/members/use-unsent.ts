import { rowsOf } from '../../db/find.ts'
import { readLeftovers, type Leftover } from '../../db/leftovers.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Notebook } from '../../db/tables.ts'
import { nameOfDevice } from '../../db/who.ts'
import { kindOf } from '../../records/kinds.ts'
import type { Fields } from '../../shared/value.ts'

/** One record of which a device had not sent everything; `time` is 0 where it was still being written. */
export type UnsentRecord = {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly time: number
}

/** What a removed device had not sent, with the name of whoever wrote on it. */
export type Unsent = {
  readonly leftover: Leftover
  readonly name: string
  readonly records: readonly UnsentRecord[]
}

async function recordsIn(notebook: Notebook, { changes }: Leftover): Promise<UnsentRecord[]> {
  const ids = [...new Set(changes.map(({ record }) => record))]
  const known = new Map((await rowsOf(notebook, ids)).map((row) => [row.id, row]))
  return ids.map((id) => {
    const mine = changes.filter(({ record }) => record === id)
    const kind = mine[0]?.kind ?? ''
    const fields = mine.reduce<Fields>((all, { set }) => ({ ...all, ...set }), known.get(id)?.fields ?? {})
    return {
      id,
      kind,
      label: kindOf(kind)?.label(fields) ?? '',
      time: Math.max(...mine.map(({ time }) => time)),
    }
  })
}

/** What removed devices had not sent, and nobody has decided upon here; undefined until it is known. */
export function useUnsent(): readonly Unsent[] | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const leftovers = await readLeftovers(notebook.tables)
    return Promise.all(
      leftovers.map(async (leftover) => ({
        leftover,
        name: await nameOfDevice(notebook, leftover.device),
        records: await recordsIn(notebook, leftover),
      })),
    )
  }, [notebook])
}

import type { OwnSpace } from './device.ts'
import type { Open } from './notebook.ts'
import { besideOpen } from './open.ts'
import { isPractice } from './tables.ts'

/** A notebook of this device beside the open one, in which it may write. `name` is '' where nobody named it. */
export type OtherNotebook = { readonly own: OwnSpace; readonly name: string }

type Here = Pick<Open, 'notebook' | 'device'>

/** The other notebooks that lie here, those too in which one may only read; none while practising. */
const others = async ({ notebook, device }: Here): Promise<OwnSpace[]> =>
  isPractice(notebook)
    ? []
    : (await device.spaces.orderBy('madeAt').toArray()).filter(
        (own) => !own.joining && own.space !== notebook.space,
      )

/** Whether there are others at all: opens none of them. */
export const hasOthers = async (here: Here): Promise<boolean> => (await others(here)).length > 0

/** The other notebooks in which this device may write. */
export async function otherNotebooks(here: Here): Promise<OtherNotebook[]> {
  const found: OtherNotebook[] = []
  for (const own of await others(here)) {
    const other = await besideOpen(own, here.notebook.now, async ({ tables, isReader }) => ({
      mayWrite: !isReader && (await tables.meta.get('stopped'))?.value !== 'left',
      name: (await tables.records.get(own.space))?.label || own.name || '',
    }))
    if (other.mayWrite) found.push({ own, name: other.name })
  }
  return found
}

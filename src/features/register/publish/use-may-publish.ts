import { isExchanged } from '../../../db/find.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import { isPractice, type Notebook } from '../../../db/tables.ts'
import { readCircle, readRole } from '../../../sync/status.ts'

export type MayPublish = {
  /** Whether somebody here coordinates: only they publish. */
  readonly isCoordinator: boolean
  /** Why nothing can be published from this notebook, whoever wants to. */
  readonly hindrance: 'practice' | 'alone' | undefined
  /** Who can, by name. */
  readonly others: readonly string[]
}

async function hindranceOf(notebook: Notebook): Promise<MayPublish['hindrance']> {
  if (isPractice(notebook)) return 'practice'
  return (await isExchanged(notebook)) ? undefined : 'alone'
}

/** Who may publish here; undefined until it is known. */
export function useMayPublish(): MayPublish | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const { members = [] } = (await readCircle(notebook)) ?? {}
    const isOne = ({ role }: { readonly role: string }): boolean => role === 'coordinator'
    return {
      isCoordinator: (await readRole(notebook)) === 'coordinator',
      hindrance: await hindranceOf(notebook),
      others: members.filter(({ devices }) => devices.some(isOne)).map(({ name }) => name),
    }
  }, [notebook])
}

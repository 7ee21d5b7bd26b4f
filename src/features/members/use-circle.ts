import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { readWish } from '../../db/wish.ts'
import { readCircle, readRole, readSafety, type Circle, type Safety } from '../../sync/status.ts'
import type { Guest } from '../../sync/verbs.ts'

export type Together = {
  /** The notebook's name, '' for none. */
  readonly name: string
  readonly safety: Safety
  readonly role: Awaited<ReturnType<typeof readRole>>
  readonly circle: Circle
  /** An invitation that was prepared without internet. */
  readonly wish: Guest | null
}

/** Also what a list lacks that an earlier version of the app kept. */
const nobody: Circle = { members: [], invitations: [], left: [], sheets: [], recovered: [] }

/** With whom this notebook is shared; undefined until it is known. */
export function useTogether(): Together | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const [row, safety, role, circle, wish] = await Promise.all([
      rowOf(notebook, notebook.space),
      readSafety(notebook),
      readRole(notebook),
      readCircle(notebook),
      readWish<Guest>(notebook, 'invite'),
    ])
    return { name: row?.label ?? '', safety, role, circle: { ...nobody, ...circle }, wish }
  }, [notebook])
}

/** How many people coordinate. */
export const coordinators = ({ members }: Circle): Circle['members'] =>
  members.filter(({ devices }) => devices.some(({ role }) => role === 'coordinator'))

/** Whether one lost device could be the end of it: nobody else coordinates, and there is no recovery sheet. */
export const hangsOnOne = (circle: Circle): boolean =>
  coordinators(circle).length === 1 && circle.sheets.length === 0

import { useState } from 'preact/hooks'
import { anniversariesBetween, type DueAnniversary } from '../../db/anniversaries.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { today as dayOf } from '../../ui/dates.ts'

export type Ahead = { readonly ours: readonly DueAnniversary[]; readonly others: readonly DueAnniversary[] }

/** All anniversaries of the coming 24 months: our own partnerships', and those between other towns. */
export function useAhead(): Ahead | undefined {
  const notebook = useNotebook()
  const [today] = useState(() => dayOf(new Date(notebook.now())))
  const all = useLive(
    () => anniversariesBetween(notebook, today, `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`),
    [notebook, today],
  )
  return (
    all && {
      ours: all.filter(({ isOurs }) => isOurs),
      others: all.filter(({ isOurs }) => !isOurs),
    }
  )
}

import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** The way from a town's page to the towns that could fit. */
export function FitAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const row = useLive(() => rowOf(notebook, id), [notebook, id])
  if (row?.kind !== 'town') return null
  return (
    <LinkButton icon="search" to={href(`/fit/${id}`)}>
      {t(row.fields['isOurs'] === true ? 'fit.title' : 'fit.titleThis')}
    </LinkButton>
  )
}

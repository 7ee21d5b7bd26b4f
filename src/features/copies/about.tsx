import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { hasOthers } from '../../db/other-notebooks.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** On a record's page: the way to put a copy of it into another notebook, where there is one. */
export function CopyLink({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const isOffered = useLive(() => hasOthers(open), [open])
  if (!isOffered) return null
  return (
    <div class="buttons">
      <LinkButton icon="copy" to={href(`/copies/${id}`)}>
        {t('copies.offer')}
      </LinkButton>
    </div>
  )
}

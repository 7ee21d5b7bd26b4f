import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Notebook } from '../../db/tables.ts'
import { readItemSafety } from '../../sync/status.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { savedHereKey } from '../../ui/this-device.ts'

/** What nobody opens by itself: it is shown on the page of what it is about, and is as safe as that says. */
const parts: readonly string[] = ['photo', 'hosting']

async function readSafetyOf(notebook: Notebook, id: string): ReturnType<typeof readItemSafety> {
  const about = (await listAbout(notebook, id)).filter((row) => parts.includes(row.kind))
  const all = await Promise.all(
    [id, ...about.map((row) => row.id)].map((one) => readItemSafety(notebook, one)),
  )
  return {
    isShared: all.some((one) => one.isShared),
    isWaiting: all.some((one) => one.isWaiting),
  }
}

/** Where a record is by now: on this device, or also with the others, told of it and its parts together. */
export function ItemLine({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const safety = useLive(() => readSafetyOf(notebook, id), [notebook, id])
  if (!safety) return null
  const { isShared, isWaiting } = safety
  if (!isShared)
    return (
      <State look="shared" icon="tablet-check">
        {t(savedHereKey())}
      </State>
    )
  return isWaiting ? (
    <State look="waiting" icon="clock">
      {t('saved.item.waiting')}
    </State>
  ) : (
    <State look="shared" icon="users-check">
      {t('saved.item.shared')}
    </State>
  )
}

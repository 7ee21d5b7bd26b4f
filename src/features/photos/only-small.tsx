import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isExchanged } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { fetchPhoto } from '../../sync/verbs.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useOnline } from '../../ui/use-online.ts'

/** Milliseconds within which a photo is there before anybody has read that it isn't. */
const soon = 2000

/** Where the photo itself doesn't lie here, in a sentence; it is fetched again as soon as there is a network. */
export function OnlySmall({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const isOnline = useOnline()
  const [isLate, setLate] = useState(false)
  const isMissing = useLive(async () => {
    const here = await notebook.tables.photos.where('id').equals(id).count()
    return here === 0 && (await isExchanged(notebook))
  }, [notebook, id])
  useEffect(() => {
    setLate(false)
    const timer = setTimeout(() => setLate(true), soon)
    return () => clearTimeout(timer)
  }, [id, isOnline])
  const wasOffline = useRef(false)
  useEffect(() => {
    if (!isOnline) wasOffline.current = true
    if (!isOnline || !isMissing || !wasOffline.current) return
    wasOffline.current = false
    // Before the others have sent it, the small picture stands there.
    void fetchPhoto(id).catch(() => undefined)
  }, [isMissing, isOnline])
  return isMissing && (isLate || !isOnline) ? (
    <State look="neutral" icon="image">
      {t('photos.small')}
    </State>
  ) : null
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { sparePhotos } from '../../db/photos-here.ts'
import { metaKeys } from '../../sync/status.ts'
import { codeOf, freePhotos } from '../../sync/verbs.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** Whole ones, never none; the words say of what. */
const inMegabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language).format(Math.ceil(bytes / 1e6))

/** Bytes of photos that need not lie here. Not live: too many are read to do so with every photo. */
function useSpare(look: string): number | undefined {
  const { tables } = useNotebook()
  const [spare, setSpare] = useState<number>()
  useEffect(() => {
    const find = async (): Promise<number> => {
      const [exchange, stopped] = await tables.meta.bulkGet([metaKeys.exchange, metaKeys.stopped])
      // Whoever is no more in the circle gets nothing back from there.
      if (!exchange || (stopped && stopped.value !== 'full')) return 0
      return (await sparePhotos(tables)).reduce((sum, { bytes }) => sum + bytes, 0)
    }
    let isGone = false
    find().then(
      (found) => isGone || setSpare(found),
      (reason: unknown) => isGone || reportError(reason),
    )
    return () => {
      isGone = true
    }
  }, [tables, look])
  return spare
}

type MakeProps = { isScarce: boolean; onFreed?: () => void }

/** What can go from here without loss, by one tap, and what came of it; what else helps where nothing can. */
export function MakeRoom({ isScarce, onFreed }: MakeProps): JSX.Element | null {
  const { t, language } = useText()
  const [said, setSaid] = useState('')
  const spare = useSpare(said)
  const free = async (): Promise<void> => {
    try {
      const { photos, bytes } = await freePhotos()
      setSaid(photos > 0 ? t('room.freed', { size: inMegabytes(bytes, language) }) : t('room.failed'))
      if (photos > 0) onFreed?.()
    } catch (error) {
      if (codeOf(error) === 'unexpected') reportError(error)
      setSaid(t('room.failed'))
    }
  }
  if (spare === undefined) return null
  return (
    <>
      {spare > 0 && <p>{t('room.spare', { size: inMegabytes(spare, language) })}</p>}
      <p role="status">{said}</p>
      {spare > 0 ? (
        <Button icon="image" onPress={free}>
          {t('room.free')}
        </Button>
      ) : (
        isScarce &&
        !said && (
          <>
            <p>{t('room.delete')}</p>
            <LinkButton icon="download" to={href('/backup')}>
              {t('backup.title')}
            </LinkButton>
          </>
        )
      )}
    </>
  )
}

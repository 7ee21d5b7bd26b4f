import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, freePhotos } from '../../sync/verbs.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { sayBytes } from './say-bytes.ts'
import type { RoomFacts } from './use-room.ts'

/** What else helps, where no photo can go: those that are nowhere else, and what isn't Ponte's. */
function WhatHelps(): JSX.Element {
  const { t } = useText()
  return (
    <>
      <p>{t('room.delete')}</p>
      <p>{t('room.others')}</p>
      <LinkButton icon="download" to={href('/backup')}>
        {t('backup.title')}
      </LinkButton>
    </>
  )
}

type MakeProps = { facts: RoomFacts; onFreed: () => void }

/** What can go from here without loss, by one tap, and what came of it; what else helps where nothing can. */
export function MakeRoom({ facts, onFreed }: MakeProps): JSX.Element | null {
  const { t, language } = useText()
  const [said, setSaid] = useState('')
  const free = async (): Promise<void> => {
    setSaid(t('room.working'))
    try {
      const { photos, bytes } = await freePhotos()
      setSaid(photos > 0 ? t('room.freed', { size: sayBytes(bytes, language) }) : t('room.notThere'))
      if (photos > 0) onFreed()
    } catch (error) {
      const code = codeOf(error)
      if (code === 'unexpected') reportError(error)
      setSaid(code === 'offline' ? t('room.offline') : t('room.failed'))
    }
  }
  return (
    <div class="stack tight">
      {facts.spare > 0 ? (
        <p>{t('room.spare', { size: sayBytes(facts.spare, language) })}</p>
      ) : (
        facts.isScarce && <WhatHelps />
      )}
      <p role="status">{said}</p>
      {facts.spare > 0 && (
        <Button icon="image" onPress={free}>
          {t('room.free')}
        </Button>
      )}
    </div>
  )
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isExchanged } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { countPhotosHere, keepAllPhotos, keepsAllPhotos } from '../../db/photos-here.ts'
import { isNearlyFull, readRoom } from '../../db/room.ts'
import { Choices } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'
import { MakeRoom } from './make-room.tsx'

const legendKeys: { readonly [device in ReturnType<typeof thisDevice>]: TextKey } = {
  tablet: 'room.onTablet',
  phone: 'room.onPhone',
  computer: 'room.onComputer',
}

/** Whether this device is nearly full; undefined where the browser doesn't say. */
function useScarce(look: unknown): boolean | undefined {
  const [isScarce, setScarce] = useState<boolean>()
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const room = await readRoom()
      setScarce(room && isNearlyFull(room))
    }
    void ask()
  }, [look])
  return isScarce
}

/** Which photos are to lie on this device, how many do, and what can go without loss where it is nearly full. */
export function RoomPage(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const { tables } = notebook
  const isShared = useLive(() => isExchanged(notebook), [notebook])
  const isAll = useLive(() => keepsAllPhotos(tables), [tables])
  const count = useLive(() => countPhotosHere(notebook), [notebook])
  const isScarce = useScarce(count?.here)
  if (isShared === undefined || isAll === undefined || !count) return null
  const { here, all } = count
  const number = new Intl.NumberFormat(language)
  return (
    <Page title={t('room.title')} parent="/more">
      <div class="page stack">
        {isScarce !== undefined && (
          <Status look={isScarce ? 'waiting' : 'neutral'} icon="folder">
            {isScarce ? t('room.little') : t('room.much')}
          </Status>
        )}
        {isShared && (
          <Choices
            legend={t(legendKeys[thisDevice(window.screen, navigator.maxTouchPoints)])}
            value={isAll ? 'all' : 'looked'}
            onChoose={(chosen) => void keepAllPhotos(tables, chosen === 'all')}
            choices={[
              { value: 'looked', label: t('room.looked'), hint: t('room.lookedHint') },
              { value: 'all', label: t('room.all'), hint: t('room.allHint') },
            ]}
          />
        )}
        <p>
          <strong class="line">
            {t('room.here', { here: number.format(here), all: number.format(all) })}
          </strong>
          {isShared && isAll && isScarce && here < all && t('room.noMore')}
        </p>
        <MakeRoom isScarce={isScarce === true} />
      </div>
    </Page>
  )
}

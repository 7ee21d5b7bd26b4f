import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isExchanged } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { countPhotosHere, keepAllPhotos, keepsAllPhotos } from '../../db/photos-here.ts'
import type { Room } from '../../db/room.ts'
import { Choices } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'
import { MakeRoom } from './make-room.tsx'
import { useRoom, type RoomFacts } from './use-room.ts'

const legendKeys: { readonly [device in ReturnType<typeof thisDevice>]: TextKey } = {
  tablet: 'room.onTablet',
  phone: 'room.onPhone',
  computer: 'room.onComputer',
}

/** What a photo takes, about; and from how many of them on nobody needs a number. */
const ofPhoto = 300_000
const plenty = 5000

/** How much room there is, counted in photos: nobody thinks in bytes. */
function HowMuch({ room, isScarce }: { room: Room; isScarce: boolean }): JSX.Element {
  const { t, language } = useText()
  // Whole tens: it is a rough number, and in every language it is the same form of the word.
  const photos = Math.floor(room.left / ofPhoto / 10) * 10
  return (
    <Status look={isScarce ? 'waiting' : 'neutral'} icon="folder">
      <strong class="line">{isScarce ? t('room.little') : t('room.much')}</strong>
      {photos > 0 &&
        photos < plenty &&
        t('room.for', { number: new Intl.NumberFormat(language).format(photos) })}
    </Status>
  )
}

/** Which photos are to lie on this device, and how many do. */
function WhichPhotos({ isScarce }: RoomFacts): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const { tables } = notebook
  const isAll = useLive(() => keepsAllPhotos(tables), [tables])
  const count = useLive(() => countPhotosHere(notebook), [notebook])
  if (isAll === undefined || !count) return null
  const { here, all } = count
  const number = new Intl.NumberFormat(language)
  return (
    <div class="stack">
      <Choices
        legend={t(legendKeys[thisDevice(window.screen, navigator.maxTouchPoints)])}
        value={isAll ? 'all' : 'looked'}
        onChoose={(chosen) => void keepAllPhotos(tables, chosen === 'all')}
        choices={[
          { value: 'looked', label: t('room.looked'), hint: t('room.lookedHint') },
          { value: 'all', label: t('room.all'), hint: t('room.allHint') },
        ]}
      />
      {all > 0 && (
        <p role="status">
          <strong class="line">
            {t('room.here', { here: number.format(here), count: all, all: number.format(all) })}
          </strong>
          {isAll && here < all && (isScarce ? t('room.noMore') : t('room.coming'))}
        </p>
      )}
    </div>
  )
}

/** Room on this device: how much there is, which photos lie here, and what can go without loss. */
export function RoomPage(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [facts, look] = useRoom()
  const isShared = useLive(() => isExchanged(notebook), [notebook])
  const [isFreed, setFreed] = useState(false)
  const freed = (): void => {
    setFreed(true)
    look()
  }
  if (!facts || isShared === undefined) return null
  return (
    <Page title={t('room.title')} parent="/more">
      <div class="page stack">
        {facts.room && <HowMuch room={facts.room} isScarce={facts.isScarce} />}
        {isShared && <WhichPhotos {...facts} />}
        {(facts.isScarce || facts.spare > 0 || isFreed) && (
          <Section title={t('room.make')}>
            <MakeRoom facts={facts} onFreed={freed} />
          </Section>
        )}
      </div>
    </Page>
  )
}

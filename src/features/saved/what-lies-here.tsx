import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { countAll } from '../../db/overview.ts'
import { askToKeep, canPromise, hasPromised } from '../../db/persist.ts'
import { isNearlyFull, readRoom } from '../../db/room.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

const Fact = ({ icon, children }: { icon: IconName; children: string }): JSX.Element => (
  <li class="fact">
    <Icon name={icon} />
    <span>{children}</span>
  </li>
)

/** What the browser itself says; undefined until it has spoken, or for ever. */
function useAnswer<T>(ask: () => Promise<T>): [T | undefined, (answer: T) => void] {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    // A browser that doesn't answer has nothing to show here; keeping goes on as before.
    ask().then(setAnswer, () => undefined)
  }, [ask])
  return [answer, setAnswer]
}

function BrowsersPromise(): JSX.Element | null {
  const { t } = useText()
  const [promised, setPromised] = useAnswer(hasPromised)
  const [refused, setRefused] = useState(false)
  if (promised === undefined || !canPromise()) return null
  const ask = async (): Promise<void> => {
    const given = await askToKeep()
    setPromised(given)
    setRefused(!given)
  }
  return (
    <div class="stack tight">
      <div class="fact">
        <Icon name={promised ? 'check' : 'info'} />
        <span role="status">
          {promised ? t('saved.promised') : refused ? t('saved.refused') : t('saved.notPromised')}
        </span>
      </div>
      {!promised && <Button onPress={ask}>{t('saved.askBrowser')}</Button>}
    </div>
  )
}

/** How much is kept here, how much room there is, and what the browser has promised. */
export function WhatLiesHere(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const counts = useLive(() => countAll(notebook), [notebook])
  const [room] = useAnswer(readRoom)
  const isScarce = room !== undefined && isNearlyFull(room)
  if (!counts) return null
  return (
    <Section title={t('saved.whatLiesHere')}>
      <div class="card stack tight">
        <ul class="facts">
          <Fact icon="book-open">{t('saved.entries', { count: counts.entries })}</Fact>
          <Fact icon="image">{t('saved.photos', { count: counts.photos })}</Fact>
          {room && !isScarce && <Fact icon="folder">{t('saved.muchRoom')}</Fact>}
        </ul>
        {isScarce ? (
          <Status look="waiting" icon="folder" to={href('/room')}>
            {t('saved.littleRoom')}
          </Status>
        ) : (
          <LinkButton icon="image" to={href('/room')}>
            {t('room.title')}
          </LinkButton>
        )}
        <BrowsersPromise />
      </div>
    </Section>
  )
}

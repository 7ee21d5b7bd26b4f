import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { countArrived } from '../../db/spaces.ts'
import type { Greeting } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** Milliseconds after which words alone no longer tell that anything is happening (ux.md W4). */
const untilCount = 5000

/** How much has come, looked at every second once it takes long. */
function useArrived(began: number, isHere: boolean): number {
  const open = useOpen()
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (isHere) return undefined
    const look = (): void => {
      if (open.notebook.now() - began < untilCount) return
      // The count only keeps company: what goes wrong is told by the joining itself.
      countArrived(open, began).then(setCount, () => undefined)
    }
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [isHere, began])
  return count
}

type ArrivingProps = { greeting: Greeting; began: number; isHere: boolean; onStart: () => Promise<void> }

/** Waiting for the notebook, in words and then in numbers; then the way in. */
export function Arriving({ greeting, began, isHere, onStart }: ArrivingProps): JSX.Element {
  const { t } = useText()
  const count = useArrived(began, isHere)
  if (!isHere)
    return (
      <div class="page stack ask-form">
        <h1>{t('join.arriving')}</h1>
        <State look="moving" icon="refresh-cw">
          {count > 0 ? t('join.arrived', { count }) : t('join.moment')}
        </State>
        <p>{t('join.stay')}</p>
      </div>
    )
  return (
    <div class="page stack ask-form">
      <h1>{t('join.here')}</h1>
      <div role="status">
        <Status look="shared" icon="check">
          <strong class="line">{greeting.notebook}</strong>
          {t('join.hereWhat')}
        </Status>
      </div>
      {greeting.role === 'coordinator' && (
        <Status look="neutral" icon="info">
          <strong class="line">{t('join.sheetUsed')}</strong>
          {t('join.sheetNext')}
        </Status>
      )}
      <Button primary icon="house" onPress={onStart}>
        {t('join.start')}
      </Button>
    </div>
  )
}

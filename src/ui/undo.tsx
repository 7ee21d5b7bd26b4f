import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useText } from './text.ts'

type Offer = { readonly said: string; readonly undo: () => Promise<void> }

let offer: Offer | undefined
const listeners = new Set<() => void>()

function put(next: Offer | undefined): void {
  offer = next
  listeners.forEach((listener) => listener())
}

/** Offers to take back what was just done. It stays until it is used, closed, or the next thing is done: no timer. */
export const offerUndo = (said: string, undo: () => Promise<void>): void => put({ said, undo })

/** The line with the offer; the app shows it above every page's end. */
export function UndoLine(): JSX.Element {
  const { t } = useText()
  const [shown, setShown] = useState(offer)
  useEffect(() => {
    const listener = (): void => setShown(offer)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  const takeBack = (): void => {
    const taken = shown
    put(undefined)
    void taken?.undo()
  }
  return (
    <div class="undo-place" role="status">
      {shown && (
        <div class="undo">
          <p>{shown.said}</p>
          <button type="button" class="tool" onClick={takeBack}>
            <Icon name="undo-2" />
            <span>{t('ui.undo')}</span>
          </button>
          <button type="button" class="tool" onClick={() => put(undefined)}>
            <Icon name="x" />
            <span>{t('ui.close')}</span>
          </button>
        </div>
      )}
    </div>
  )
}

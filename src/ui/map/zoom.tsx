import type { JSX } from 'preact'
import { Button, Buttons } from '../button.tsx'
import { useText } from '../text.ts'
import { farther, moved, nearer, type Frame, type View } from './view.ts'

type ZoomProps = {
  view: View
  frame: Frame
  onView: (view: View) => void
  /** Back to all of it; undefined while all is seen. */
  onAll?: (() => void) | undefined
  /** Arrows from the beginning. */
  isMovable?: boolean
}

/** Larger, smaller, on: nothing has to be pinched or dragged. */
export function Zoom({
  view,
  frame,
  onView,
  onAll,
  isMovable = onAll !== undefined,
}: ZoomProps): JSX.Element {
  const { t } = useText()
  return (
    <div class="zoom stack tight">
      <Buttons>
        <Button icon="plus" onPress={() => onView(nearer(view))}>
          {t('ui.map.larger')}
        </Button>
        <Button icon="minus" onPress={() => onView(farther(view))}>
          {t('ui.map.smaller')}
        </Button>
      </Buttons>
      {isMovable && (
        <Buttons>
          <Button icon="arrow-left" onPress={() => onView(moved(view, -1, 0, frame))}>
            {t('ui.map.left')}
          </Button>
          <Button icon="arrow-right" onPress={() => onView(moved(view, 1, 0, frame))}>
            {t('ui.map.right')}
          </Button>
          <Button icon="arrow-up" onPress={() => onView(moved(view, 0, -1, frame))}>
            {t('ui.map.up')}
          </Button>
          <Button icon="arrow-down" onPress={() => onView(moved(view, 0, 1, frame))}>
            {t('ui.map.down')}
          </Button>
          {onAll && (
            <Button icon="refresh-cw" onPress={onAll}>
              {t('ui.map.all')}
            </Button>
          )}
        </Buttons>
      )}
    </div>
  )
}

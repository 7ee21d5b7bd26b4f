import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { isOn, pointAt, spotOf, type MapDrawing } from '../../shared/flat-map.ts'
import type { Point } from '../../shared/place.ts'
import { Button } from '../button.tsx'
import { useText } from '../text.ts'
import { Land } from './land.tsx'
import { useDrawings } from './use-drawings.ts'
import { useFrame } from './use-frame.ts'
import { boxOfView, held, type View } from './view.ts'
import { Zoom } from './zoom.tsx'

type AimProps = {
  /** Where to begin; without it all of Europe. */
  around: Point | undefined
  country: string
  onAim: (point: Point) => void
}

const perTap = 3

function AimOn({
  drawing,
  ratio,
  around,
  country,
  onAim,
}: AimProps & { drawing: MapDrawing; ratio: number }) {
  const { t } = useText()
  const { box, frame } = useFrame(ratio)
  const [chosen, setView] = useState<View>(() => ({
    middle: around ? spotOf(around, drawing.flattening) : { x: drawing.width / 2, y: drawing.height / 2 },
    width: around ? drawing.width / 4 : drawing.width,
  }))
  const land = useMemo(() => <Land drawing={drawing} linked={new Set([country])} />, [drawing, country])
  const view = held(chosen, drawing, frame)
  const seen = boxOfView(view, frame)
  const tap = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const middle = {
      x: seen.x + ((event.clientX - left) / width) * seen.width,
      y: seen.y + ((event.clientY - top) / height) * seen.height,
    }
    setView(held({ middle, width: view.width / perTap }, drawing, frame))
  }
  return (
    <div class="stack tight">
      <p>{t('ui.place.aim')}</p>
      {/* The buttons under it do the same for those who don't tap. */}
      <div class="map" ref={box} onClick={tap} role="presentation">
        <svg
          viewBox={`${seen.x} ${seen.y} ${seen.width} ${seen.height}`}
          role="img"
          aria-label={t('ui.place.mapOf')}
        >
          {land}
        </svg>
        <span class="aim" />
      </div>
      <Zoom view={view} frame={frame} onView={(next) => setView(held(next, drawing, frame))} isMovable />
      <Button primary icon="map-pin" onPress={() => onAim(pointAt(view.middle, drawing.flattening))}>
        {t('ui.place.here')}
      </Button>
    </div>
  )
}

/** Shows where something lies: each tap brings its place to the middle, larger. Whatever lies in the middle is taken. */
export function Aim(props: AimProps): JSX.Element | null {
  const drawings = useDrawings()
  if (!drawings) return null
  const { europe, world } = drawings
  const isNear = !props.around || isOn(spotOf(props.around, europe.flattening), europe)
  return <AimOn {...props} drawing={isNear ? europe : world} ratio={isNear ? 7 / 9 : 0.5} />
}

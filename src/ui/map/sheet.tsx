import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { MapDrawing } from '../../shared/flat-map.ts'
import { Button, Buttons, LinkButton } from '../button.tsx'
import { useText } from '../text.ts'
import { Dot } from './dot.tsx'
import { Land } from './land.tsx'
import { isParted, layOut, spread, viewOf } from './layout.ts'
import { Lines } from './lines.tsx'
import type { MapLine, MapPoint } from './points.ts'
import { useFrame } from './use-frame.ts'
import { held, type View } from './view.ts'
import { Zoom } from './zoom.tsx'

type ChooseProps = { points: readonly MapPoint[]; onChoose?: ((id: string) => void) | undefined }

/** Towns that stay one mark as near as it gets are chosen by name. */
function WhichOne({ points, onChoose }: ChooseProps): JSX.Element {
  const { t } = useText()
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('ui.map.which')}</legend>
      <Buttons column>
        {points.map(({ id, label, href }) =>
          href ? (
            <LinkButton key={id} to={href}>
              {label}
            </LinkButton>
          ) : (
            <Button key={id} onPress={() => onChoose?.(id)}>
              {label}
            </Button>
          ),
        )}
      </Buttons>
    </fieldset>
  )
}

type SheetProps = ChooseProps & {
  label: string
  drawing: MapDrawing
  /** Its height to its width. */
  ratio: number
  lines: readonly MapLine[]
  linked: ReadonlySet<string>
}

/** One drawing with its points and the buttons under it. */
export function Sheet({ label, drawing, ratio, points, lines, linked, onChoose }: SheetProps): JSX.Element {
  const { box, ...size } = useFrame(ratio)
  const [chosen, setChosen] = useState<View>()
  const [asked, setAsked] = useState<readonly MapPoint[]>([])
  const spots = useMemo(() => spread(points, drawing), [points, drawing])
  // Drawn once, whatever is seen of it.
  const land = useMemo(() => <Land drawing={drawing} linked={linked} />, [drawing, linked])
  const view = chosen ? held(chosen, drawing, size.frame) : viewOf(points, spots, drawing, size)
  const { seen, dots, drawn } = layOut(spots, lines, view, size)
  const look = (next: View | undefined): void => {
    setAsked([])
    setChosen(next && held(next, drawing, size.frame))
  }
  const press = (members: readonly MapPoint[]): void => {
    const [first, second] = members
    if (first && !second) return onChoose?.(first.id)
    const next = viewOf(members, spots, drawing, size)
    look(next)
    if (!isParted(members, spots, next, size)) setAsked(members)
    box.current?.focus()
  }
  return (
    <div class="stack tight">
      <div class="map" ref={box} role="group" aria-label={label} tabIndex={-1}>
        <svg viewBox={`${seen.x} ${seen.y} ${seen.width} ${seen.height}`} aria-hidden="true">
          {land}
          <Lines lines={drawn} />
        </svg>
        {dots.map(({ mark, ...place }) => (
          <Dot
            key={mark.members.map(({ id }) => id).join()}
            mark={mark}
            {...place}
            onPress={() => press(mark.members)}
          />
        ))}
      </div>
      {asked.length > 0 && <WhichOne points={asked} onChoose={onChoose} />}
      <Zoom view={view} frame={size.frame} onView={look} onAll={chosen && (() => look(undefined))} />
    </div>
  )
}

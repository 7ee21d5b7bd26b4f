import { Fragment, type JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { MapDrawing } from '../../shared/flat-map.ts'
import { useText } from '../text.ts'
import { Discs } from './discs.tsx'
import { Dot } from './dot.tsx'
import { Land } from './land.tsx'
import { isParted, layOut, spread, viewOf, type Laid } from './layout.ts'
import { Lines } from './lines.tsx'
import type { MapLine, MapPoint } from './points.ts'
import { unmeasured, useFrame } from './use-frame.ts'
import { held, type View } from './view.ts'
import { WhichOne, type ChooseProps } from './which-one.tsx'
import { Zoom } from './zoom.tsx'

type InsideProps = { laid: Laid; land: JSX.Element; onPress: (members: readonly MapPoint[]) => void }

/** The drawing, and over it the marks with their names. */
function Inside({ laid: { seen, dots, drawn }, land, onPress }: InsideProps): JSX.Element {
  return (
    <>
      <svg viewBox={`${seen.x} ${seen.y} ${seen.width} ${seen.height}`} aria-hidden="true">
        {land}
        <Lines lines={drawn} />
        <Discs dots={dots} />
      </svg>
      {dots.map(({ mark: { members }, left, top, name, side }) => (
        <Fragment key={members.map(({ id }) => id).join()}>
          <Dot members={members} left={left} top={top} onPress={() => onPress(members)} />
          {side && (
            <span class={`name name-${side}`} style={{ left: `${left}%`, top: `${top}%` }} aria-hidden="true">
              {name}
            </span>
          )}
        </Fragment>
      ))}
    </>
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
  const { t } = useText()
  const { box, size } = useFrame(ratio)
  const [chosen, setChosen] = useState<View>()
  const [asked, setAsked] = useState<readonly MapPoint[]>([])
  const spots = useMemo(() => spread(points, drawing), [points, drawing])
  // Drawn once, whatever is seen of it.
  const land = useMemo(() => <Land drawing={drawing} linked={linked} />, [drawing, linked])
  const view = chosen ? held(chosen, drawing, size.frame) : viewOf(points, spots, drawing, size)
  const nameOf = (members: readonly MapPoint[]): string =>
    members.length === 1 ? (members[0]?.label ?? '') : t('ui.map.count', { count: members.length })
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
        {size !== unmeasured && (
          <Inside laid={layOut(spots, lines, view, size, nameOf)} land={land} onPress={press} />
        )}
      </div>
      {asked.length > 0 && <WhichOne points={asked} onChoose={onChoose} />}
      <Zoom view={view} frame={size.frame} onView={look} onAll={chosen && (() => look(undefined))} />
    </div>
  )
}

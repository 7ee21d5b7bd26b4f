import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { isOn, spotOf, type MapDrawings } from '../../shared/flat-map.ts'
import { useText } from '../text.ts'
import type { MapLine, MapPoint } from './points.ts'
import { Sheet } from './sheet.tsx'
import { useDrawings } from './use-drawings.ts'

type MapProps = {
  /** What it shows, for those who can't see it; the same stands in words beside it. */
  label: string
  points: readonly MapPoint[]
  lines: readonly MapLine[]
  /** Countries that stand out (ISO 3166-1). */
  linked?: readonly string[]
  onChoose?: ((id: string) => void) | undefined
}

/** The points in Europe's picture, and those for the world's: what lies farther, with ours. */
function shareOut(points: readonly MapPoint[], { europe }: MapDrawings): [MapPoint[], MapPoint[]] {
  const isNear = (point: MapPoint): boolean => isOn(spotOf(point, europe.flattening), europe)
  const far = points.filter((point) => !isNear(point))
  return [
    points.filter(isNear),
    far.length > 0 ? points.filter((one) => one.tone === 'ours' || far.includes(one)) : [],
  ]
}

const nothing: readonly string[] = []

/**
 * Towns and their links on a picture of Europe, and on one of the world where some lie farther. It can be enlarged by
 * buttons; towns too near each other for a finger are one point that opens. The list beside it is the caller's.
 */
export function MapPicture({
  label,
  points,
  lines,
  linked = nothing,
  onChoose,
}: MapProps): JSX.Element | null {
  const { t } = useText()
  const drawings = useDrawings()
  const countries = useMemo(() => new Set(linked), [linked.join()])
  const shared = useMemo(() => drawings && shareOut(points, drawings), [points, drawings])
  if (!drawings || !shared) return null
  const [near, far] = shared
  const rest = { lines, linked: countries, onChoose }
  return (
    <div class="stack">
      {(near.length > 0 || far.length === 0) && (
        <Sheet label={label} drawing={drawings.europe} ratio={7 / 9} points={near} {...rest} />
      )}
      {far.length > 0 && (
        <Sheet
          label={t('ui.map.world', { label })}
          drawing={drawings.world}
          ratio={0.5}
          points={far}
          {...rest}
        />
      )}
    </div>
  )
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Place, PlaceFinder, Point } from '../../shared/place.ts'
import { Button } from '../button.tsx'
import { Lazy } from '../lazy.tsx'
import { useText } from '../text.ts'

type OnMapProps = { place: Place; finder: PlaceFinder; onChange: (place: Place) => void }

const loadAim = () => import('../map/aim.tsx').then(({ Aim }) => Aim)

/** Where a place of one's own lies, if one likes to say so: shown on the map, never typed. */
export function OnMap({ place, finder, onChange }: OnMapProps): JSX.Element {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const [around, setAround] = useState<Point>()
  useEffect(() => {
    let gone = false
    // Its country's largest town is a beginning; without the list one begins with all of Europe.
    finder.find(place.country, '', 1).then(
      ([largest]) => gone || setAround(largest?.point),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [place.country])
  if (open)
    return (
      <Lazy
        load={loadAim}
        props={{
          around: place.point ?? around,
          country: place.country,
          onAim: (point: Point) => {
            onChange({ ...place, point })
            setOpen(false)
          },
        }}
      />
    )
  return (
    <div class="stack tight">
      <p>{place.point ? t('ui.place.hasPoint') : t('ui.place.noPoint')}</p>
      <Button icon="map-pin" onPress={() => setOpen(true)}>
        {place.point ? t('ui.place.changePoint') : t('ui.place.showPoint')}
      </Button>
    </div>
  )
}

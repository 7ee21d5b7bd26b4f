import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { pointOf, townNameIn } from '../../records/kinds/town.ts'
import type { Language } from '../../shared/language.ts'
import { MapPicture } from '../../ui/map/map.tsx'
import type { MapPoint } from '../../ui/map/points.ts'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { groupOf, type Linked } from './linked.ts'
import { nameOf, pathOf, whatItIs, type Numbered } from './words.ts'

const isQuiet = (one: Linked): boolean => ['resting', 'ended'].includes(groupOf(one))

/** A town that leads to its own page: ours, or of a link between others the one that it is told from. */
function homePoint(town: Row, language: Language): MapPoint[] {
  const point = pointOf(town.fields)
  const tone = town.fields['isOurs'] === true ? 'ours' : 'partner'
  const label = townNameIn(town.fields, language)
  return point ? [{ ...point, id: town.id, label, tone, href: href(`/towns/${town.id}`) }] : []
}

type MapPartProps = { label: string; own: readonly Row[]; numbered: readonly Numbered[] }

/** Links on a map; the list beside it says the same in words. Nothing while no partner's place is known. */
export function MapPart({ label, own, numbered }: MapPartProps): JSX.Element | null {
  const { t, language } = useText()
  const partners = numbered.flatMap(({ one, number }): MapPoint[] => {
    const point = one.town && pointOf(one.town.fields)
    if (!one.town || !point) return []
    return [
      {
        ...point,
        id: one.town.id,
        label: nameOf(one, language),
        detail: whatItIs(one, t, language).join(', '),
        tone: isQuiet(one) ? 'resting' : 'partner',
        mark: String(number),
        href: href(pathOf(one)),
      },
    ]
  })
  if (partners.length === 0) return null
  const homes = [...own, ...numbered.flatMap(({ one }) => one.home ?? [])]
  // A town of several links stands there once.
  const points = new Map(
    [...homes.flatMap((town) => homePoint(town, language)), ...partners].map((one) => [one.id, one]),
  )
  const lines = numbered.flatMap(({ one }) => {
    const [from, to] = [one.home?.id ?? '', one.town?.id ?? '']
    return points.has(from) && points.has(to) ? [{ from, to, isResting: isQuiet(one) }] : []
  })
  const towns = [...homes, ...numbered.flatMap(({ one }) => one.town ?? [])]
  return (
    <MapPicture
      label={label}
      points={[...points.values()]}
      lines={lines}
      linked={[...new Set(towns.map(({ fields }) => textOf(fields, 'country')))]}
    />
  )
}

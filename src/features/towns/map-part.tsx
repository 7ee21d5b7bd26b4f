import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { pointOf, townNameIn } from '../../records/kinds/town.ts'
import type { Language } from '../../shared/language.ts'
import { MapPicture } from '../../ui/map/map.tsx'
import type { MapLine, MapPoint } from '../../ui/map/points.ts'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { groupOf, type Linked, type OurTowns } from './linked.ts'
import { nameOf, pathOf, whatItIs, type Numbered } from './words.ts'

const isQuiet = (one: Linked): boolean => ['resting', 'ended'].includes(groupOf(one))

function lineOf({ town, partnership }: Linked, ours: OurTowns['ours']): MapLine[] {
  const from = ours.find(({ id }) => partnership && id === textOf(partnership.fields, 'here'))
  return town && from ? [{ from: from.id, to: town.id }] : []
}

const ourPoints = (ours: OurTowns['ours'], language: Language): MapPoint[] =>
  ours.flatMap((town): MapPoint[] => {
    const point = pointOf(town.fields)
    return point
      ? [
          {
            ...point,
            id: town.id,
            label: townNameIn(town.fields, language),
            tone: 'ours',
            href: href(`/towns/${town.id}`),
          },
        ]
      : []
  })

type MapPartProps = { ours: OurTowns['ours']; numbered: readonly Numbered[] }

/** All our links on a map; the list beside it says the same in words. Nothing while no partner's place is known. */
export function MapPart({ ours, numbered }: MapPartProps): JSX.Element | null {
  const { t, language } = useText()
  const points = numbered.flatMap(({ one, number }): MapPoint[] => {
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
  if (points.length === 0) return null
  const all = [...ourPoints(ours, language), ...points]
  const known = new Set(all.map(({ id }) => id))
  const lines = numbered
    .flatMap(({ one }) => lineOf(one, ours).map((line) => ({ ...line, isResting: isQuiet(one) })))
    .filter(({ from, to }) => known.has(from) && known.has(to))
  const towns = [...ours, ...numbered.flatMap(({ one }) => one.town ?? [])]
  return (
    <MapPicture
      label={t('towns.mapOf')}
      points={all}
      lines={lines}
      linked={[...new Set(towns.map(({ fields }) => textOf(fields, 'country')))]}
    />
  )
}

import type { JSX } from 'preact'
import type { Feature, Place } from '../ui/feature.ts'
import { useFeatures } from '../ui/feature.ts'
import { Icon } from '../ui/icon.tsx'
import { href, matchPath } from '../ui/route.ts'
import { useText } from '../ui/text.ts'

const isUnder = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path.startsWith(place)

const shows = (feature: Feature, path: string): boolean =>
  Object.keys(feature.routes).some((pattern) => matchPath(pattern, path))

function PlaceLink({ place, path }: { place: Place; path: string }): JSX.Element {
  const { t } = useText()
  const features = useFeatures()
  const tabs = features.flatMap((feature) => (feature.tab?.place === place.path ? [feature.tab.path] : []))
  const current =
    [place.path, ...tabs].some((one) => isUnder(path, one)) ||
    features.some((feature) => feature.under === place.path && shows(feature, path))
  return (
    <a href={href(place.path)} {...(current ? { 'aria-current': 'page' as const } : {})}>
      <span class="arch">
        <Icon name={place.icon} />
      </span>
      <span>{t(place.titleKey)}</span>
    </a>
  )
}

/** The main places, two and two, so that they break evenly where they don't fit in one line. */
export function Places({ path }: { path: string }): JSX.Element {
  const { t } = useText()
  const places = useFeatures()
    .flatMap((feature) => feature.place ?? [])
    .sort((a, b) => a.order - b.order)
  // Three break evenly by themselves.
  const together = places.length === 3 ? 3 : 2
  const pairs = places.flatMap((_, index) =>
    index % together === 0 ? [places.slice(index, index + together)] : [],
  )
  return (
    <nav class="places" aria-label={t('app.places')}>
      <div class="places-in">
        <span class="mark">
          <Icon name="ponte" />
        </span>
        {pairs.map((pair) => (
          <span class="pair" key={pair[0]?.path}>
            {pair.map((place) => (
              <PlaceLink key={place.path} place={place} path={path} />
            ))}
          </span>
        ))}
      </div>
    </nav>
  )
}

import type { JSX } from 'preact'
import { useFeatures } from './feature.ts'
import { href } from './route.ts'
import { useText } from './text.ts'

/** The pages of one place, beside each other; not shown while there is only one. */
export function Tabs({
  place,
  label,
  current,
}: {
  place: string
  label: string
  current: string
}): JSX.Element | null {
  const { t } = useText()
  const tabs = useFeatures()
    .flatMap((feature) => (feature.tab?.place === place ? [feature.tab] : []))
    .sort((a, b) => a.order - b.order)
  if (tabs.length < 2) return null
  return (
    <nav class="tabs words" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.path}
          href={href(tab.path)}
          {...(tab.path === current ? { 'aria-current': 'page' as const } : {})}
        >
          {t(tab.titleKey)}
        </a>
      ))}
    </nav>
  )
}

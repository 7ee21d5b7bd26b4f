import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { useText } from '../text.ts'
import type { MapPoint } from './points.ts'

type DotProps = {
  members: readonly MapPoint[]
  /** In hundredths of the picture. */
  left: number
  top: number
  onPress: () => void
}

/** What stands in the dot: our house, a number, or that there are several. */
function Inside({ members }: Pick<DotProps, 'members'>): JSX.Element {
  const [first] = members
  if (members.some(({ tone }) => tone === 'ours')) return <Icon name="house" />
  return members.length > 1 ? <Icon name="list" /> : <>{first?.mark}</>
}

/** One town, or several that lie too near each other for a finger. Its name stands beside it, or has no room. */
export function Dot({ members, left, top, onPress }: DotProps): JSX.Element | null {
  const { t } = useText()
  const [first] = members
  if (!first) return null
  const isOne = members.length === 1
  const names = members.map(({ label }) => label).join(', ')
  const tone = members.some((one) => one.tone === 'ours') ? 'home-town' : first.tone
  const place = { left: `${left}%`, top: `${top}%` }
  const inside = (
    <>
      <span class="dot" aria-hidden="true">
        <Inside members={members} />
      </span>
      <span class="unseen">
        {isOne
          ? [first.label, first.detail].filter(Boolean).join(', ')
          : t('ui.map.several', { count: members.length, names })}
      </span>
    </>
  )
  if (isOne && first.href)
    return (
      <a class={`point ${tone}`} href={first.href} style={place}>
        {inside}
      </a>
    )
  return (
    <button
      type="button"
      class={isOne ? `point ${tone}` : `point several ${tone}`}
      style={place}
      onClick={onPress}
    >
      {inside}
    </button>
  )
}

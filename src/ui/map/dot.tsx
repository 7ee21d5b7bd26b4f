import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { useText } from '../text.ts'
import type { Mark, Side } from './marks.ts'
import type { MapPoint } from './points.ts'

type DotProps = {
  mark: Mark<MapPoint>
  /** In hundredths of the picture. */
  left: number
  top: number
  /** Where its name stands; it has none without room, or if there are several. */
  side: Side | undefined
  onPress: () => void
}

/** What stands in the dot: how many it is, a number, our house. */
function Inside({ members }: Mark<MapPoint>): JSX.Element {
  const [first] = members
  if (members.length > 1) return <>{members.length}</>
  return first?.tone === 'ours' ? <Icon name="house" /> : <>{first?.mark ?? ''}</>
}

/** One town, or several that lie too near each other for a finger. */
export function Dot({ mark, left, top, side, onPress }: DotProps): JSX.Element | null {
  const { t } = useText()
  const { members } = mark
  const [first] = members
  if (!first) return null
  const isOne = members.length === 1
  const names = members.map(({ label }) => label).join(', ')
  const look = {
    class: `point ${members.some(({ tone }) => tone === 'ours') ? 'home-town' : isOne ? first.tone : 'several'}`,
    style: { left: `${left}%`, top: `${top}%` },
    'aria-label': isOne
      ? [first.label, first.detail].filter(Boolean).join(', ')
      : t('ui.map.several', { count: members.length, names }),
  }
  const inside = (
    <>
      <span class="dot">
        <Inside {...mark} />
      </span>
      {isOne && side && <span class={`name ${side}`}>{first.label}</span>}
    </>
  )
  return isOne && first.href ? (
    <a href={first.href} {...look}>
      {inside}
    </a>
  ) : (
    <button type="button" {...look} onClick={onPress}>
      {inside}
    </button>
  )
}

import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { useText } from '../text.ts'
import type { MapPoint } from './points.ts'
import { toneOf } from './tone.ts'

type DotProps = {
  members: readonly MapPoint[]
  /** In hundredths of the picture. */
  left: number
  top: number
  onPress: () => void
}

/**
 * What is tapped where a disc is drawn: one town with its number, or several that lie too near each other for a finger.
 * Its name stands beside it, or has no room.
 */
export function Dot({ members, left, top, onPress }: DotProps): JSX.Element | null {
  const { t } = useText()
  const [first] = members
  if (!first) return null
  const isOne = members.length === 1
  const tone = toneOf(members)
  const label = isOne
    ? [first.label, first.detail].filter(Boolean).join(', ')
    : t('ui.map.several', { count: members.length, names: members.map((one) => one.label).join(', ') })
  // No element for its picture and none for its words: the fewer there are, the sooner the map is there.
  const look = {
    class: `point ${tone}${isOne ? '' : ' several'}`,
    style: `left:${left}%;top:${top}%`,
    'aria-label': label,
    'data-mark': isOne && tone !== 'ours' ? first.mark : undefined,
  }
  const inside = tone === 'ours' && <Icon name="house" />
  if (isOne && first.href)
    return (
      <a {...look} href={first.href}>
        {inside}
      </a>
    )
  return (
    <button {...look} type="button" onClick={onPress}>
      {inside}
    </button>
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type StatusLook = 'shared' | 'waiting' | 'problem' | 'moving' | 'neutral'

type StatusProps = { look: StatusLook; icon: IconName; to?: string; children: ComponentChildren }

/** How safe things are: icon, words and tint together, never colour alone. */
export function Status({ look, icon, to, children }: StatusProps): JSX.Element {
  const inside = (
    <>
      <Icon name={icon} />
      <span>{children}</span>
      {to && <Icon name="chevron-right" />}
    </>
  )
  if (to)
    return (
      <a class={`status ${look}`} href={to}>
        {inside}
      </a>
    )
  return <div class={`status ${look}`}>{inside}</div>
}

type StateProps = { look: StatusLook; icon: IconName; children: ComponentChildren }

/** The same in small, at one item; told once to screen readers, without moving them. */
export function State({ look, icon, children }: StateProps): JSX.Element {
  return (
    <p class={`state ${look}`} role="status">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}

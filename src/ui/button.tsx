import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { useMayWrite } from './may-write.ts'

type Look = {
  icon?: IconName | undefined
  /** Behind the words: where the button leads on to. */
  iconBehind?: IconName | undefined
  primary?: boolean
  danger?: boolean
  /** Leads to writing or does it: not there for those who may only read. */
  writes?: boolean
  children: ComponentChildren
}

const classOf = ({ primary, danger }: Look): string =>
  ['button', primary && 'primary', danger && 'danger'].filter(Boolean).join(' ')

const Inside = ({ icon, iconBehind, children }: Look): JSX.Element => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
    {iconBehind && <Icon name={iconBehind} />}
  </>
)

/** A second tap within this many milliseconds is a trembling hand, not a wish. */
const secondTap = 500

type ButtonProps = Look & { onPress: () => void | Promise<void>; submit?: boolean }

/** A button that does something here. */
export function Button({ onPress, submit, ...look }: ButtonProps): JSX.Element | null {
  const mayWrite = useMayWrite()
  const pressedAt = useRef(-secondTap)
  const press = (event: Event): void => {
    if (submit) event.preventDefault()
    if (event.timeStamp - pressedAt.current < secondTap) return
    pressedAt.current = event.timeStamp
    void onPress()
  }
  if (look.writes && !mayWrite) return null
  return (
    <button type={submit ? 'submit' : 'button'} class={classOf(look)} onClick={press}>
      <Inside {...look} />
    </button>
  )
}

/** A button that leads somewhere: a page of the app, `tel:` or `mailto:`. */
export function LinkButton({ to, ...look }: Look & { to: string }): JSX.Element | null {
  const mayWrite = useMayWrite()
  if (look.writes && !mayWrite) return null
  return (
    <a class={classOf(look)} href={to}>
      <Inside {...look} />
    </a>
  )
}

/** Several buttons with the room between targets that trembling hands need. */
export function Buttons({
  column,
  children,
}: {
  column?: boolean
  children: ComponentChildren
}): JSX.Element {
  return <div class={column ? 'buttons column' : 'buttons'}>{children}</div>
}

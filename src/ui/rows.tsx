import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

/** A list of things that can be opened, in a card. */
export function Rows({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <div class="card">
      <ul class="rows">{children}</ul>
    </div>
  )
}

type RowProps = {
  to: string
  picture?: ComponentChildren
  current?: boolean
  detail?: ComponentChildren
  children: ComponentChildren
}

/** One thing in a list: picture, words, and where it leads. */
export function Row({ to, picture, current, detail, children }: RowProps): JSX.Element {
  return (
    <li>
      <a
        class={picture ? 'row' : 'row plain'}
        href={to}
        {...(current ? { 'aria-current': 'true' as const } : {})}
      >
        {picture}
        <span>
          <span class="line">{children}</span>
          {detail && <span class="small secondary line">{detail}</span>}
        </span>
        <Icon name="chevron-right" />
      </a>
    </li>
  )
}

/** A part of a page with its heading. */
export function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

import type { JSX } from 'preact'
import type { IconName } from './icons.ts'
import sprite from './icons.svg?url&no-inline'

/** A line icon. It always stands beside its word, so it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}

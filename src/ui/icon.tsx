import type { JSX } from 'preact'
import { icons, type IconName } from './icons.ts'

/** A line icon. It always stands beside its word, so it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}

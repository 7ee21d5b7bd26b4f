import type { JSX } from 'preact'
import { groupsOf } from '../shared/slip-digits.ts'

type DigitsProps = {
  digits: string
  /** How many there are to be, where that is known. */
  whole?: number
  /** Groups that are mistyped, counted from 0. */
  wrong?: readonly number[]
}

/** The digits of an invitation or a recovery sheet in their groups, large, as they are read out and typed. */
export function Digits({ digits, whole, wrong = [] }: DigitsProps): JSX.Element {
  return (
    <p class="code">
      {groupsOf(digits, whole).map((group, at) => (
        <span key={at} class={wrong.includes(at) ? 'wrong' : ''}>
          {group || '–'}{' '}
        </span>
      ))}
    </p>
  )
}

import type { JSX } from 'preact'
import { groupsOf } from '../shared/slip-digits.ts'

type DigitsProps = {
  digits: string
  /** Groups that are mistyped, counted from 0. */ wrong?: readonly number[]
}

/** The digits of an invitation in their five groups, large, as they are read out and typed. */
export function Digits({ digits, wrong = [] }: DigitsProps): JSX.Element {
  return (
    <p class="code">
      {groupsOf(digits).map((group, at) => (
        <span key={at} class={wrong.includes(at) ? 'wrong' : ''}>
          {group || '–'}{' '}
        </span>
      ))}
    </p>
  )
}

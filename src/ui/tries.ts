import { useEffect, useRef, useState } from 'preact/hooks'

export type Tries = {
  readonly isTried: boolean
  /** Something is wrong: shows the messages and brings the first one into sight. */
  readonly refuse: () => void
  readonly form: { current: HTMLFormElement | null }
}

/** What is wrong in a form is said when somebody wants to be done, not before. */
export function useTries(): Tries {
  const [count, setCount] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (count > 0) form.current?.querySelector('.message')?.scrollIntoView({ block: 'center' })
  }, [count])
  return { isTried: count > 0, refuse: () => setCount(count + 1), form }
}

import { useRef } from 'preact/hooks'
import type { Row } from '../../db/show.ts'
import { isDone } from './shown.ts'

/**
 * Whether a step was open when this page first showed it. What is ticked keeps its place until the page is left: no
 * line moves away under a finger, and a wrong tick is taken back where it was made.
 */
export function useWasOpen(): (row: Row) => boolean {
  const seen = useRef(new Map<string, boolean>())
  return (row) => {
    const known = seen.current.get(row.id)
    if (known !== undefined) return known
    seen.current.set(row.id, !isDone(row))
    return !isDone(row)
  }
}

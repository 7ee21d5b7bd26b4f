import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'
import { problemOf } from './problem.ts'

/**
 * The result of a query over the tables, again with every change of what it read, also one made in another tab.
 * Undefined until the first result. What the query throws is thrown at rendering, for the nearest problem screen.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [state, setState] = useState<{ value?: T; problem?: Error }>({})
  useEffect(() => {
    // Dexie follows awaits of what isn't its own only from an async function on; whoever hands in less would hear of nothing
    // that is read after the first of them.
    const subscription = liveQuery(async () => await query()).subscribe({
      next: (value) => setState({ value }),
      error: (error: unknown) => setState({ problem: problemOf(error) }),
    })
    return () => subscription.unsubscribe()
  }, inputs)
  if (state.problem) throw state.problem
  return state.value
}

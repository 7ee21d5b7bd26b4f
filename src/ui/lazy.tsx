import type { ComponentType, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

type LazyProps<P> = { load: () => Promise<ComponentType<P>>; props: P; waiting?: JSX.Element }

type Loaded<P> = { readonly load: unknown; readonly Inside: ComponentType<P>; readonly turn: number }

/**
 * Shows a component whose code is loaded when it is first needed. What fails to load is thrown at rendering. Whoever
 * goes away and comes back gets a new one, however fast: a form would otherwise go on with the record it has left.
 */
export function Lazy<P extends object>({ load, props, waiting }: LazyProps<P>): JSX.Element | null {
  const [loaded, setLoaded] = useState<Loaded<P>>()
  const [failure, setFailure] = useState<{ reason: unknown }>()
  const turns = useRef(0)
  const shown = useRef(props)
  useEffect(() => {
    let gone = false
    turns.current += 1
    const turn = turns.current
    load().then(
      (Inside) => gone || setLoaded({ load, Inside, turn }),
      (reason: unknown) => gone || setFailure({ reason }),
    )
    return () => {
      gone = true
    }
  }, [load])
  if (failure) throw failure.reason
  // While the next screen loads, the present one stays as it was: no flash of nothing, and no strange record in it.
  if (!loaded) return waiting ?? null
  if (loaded.load === load) shown.current = props
  return <loaded.Inside key={loaded.turn} {...shown.current} />
}

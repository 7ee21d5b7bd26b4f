import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type LazyProps<P> = { load: () => Promise<ComponentType<P>>; props: P; waiting?: JSX.Element }

/** Shows a component whose code is loaded when it is first needed. What fails to load is thrown at rendering. */
export function Lazy<P extends object>({ load, props, waiting }: LazyProps<P>): JSX.Element | null {
  const [loaded, setLoaded] = useState<{ load: unknown; Inside: ComponentType<P> }>()
  const [failure, setFailure] = useState<{ reason: unknown }>()
  useEffect(() => {
    let gone = false
    load().then(
      (Inside) => gone || setLoaded({ load, Inside }),
      (reason: unknown) => gone || setFailure({ reason }),
    )
    return () => {
      gone = true
    }
  }, [load])
  if (failure) throw failure.reason
  // While the next screen loads, the present one stays: no flash of nothing.
  if (!loaded) return waiting ?? null
  return <loaded.Inside {...props} />
}

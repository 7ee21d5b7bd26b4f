import type { JSX } from 'preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { useFeatures, type Params, type Screen } from '../ui/feature.ts'
import { Lazy } from '../ui/lazy.tsx'
import { matchPath, usePath } from '../ui/route.ts'
import { keepPlace, returnToPlace } from './scroll.ts'

type Match = { readonly load: () => Promise<Screen>; readonly params: Params }

/** The screen that the address names; an unknown address leads to Start. */
export function CurrentScreen(): JSX.Element {
  const path = usePath()
  const features = useFeatures()
  const match = useMemo((): Match | undefined => {
    const routes = features.flatMap((feature) => Object.entries(feature.routes))
    for (const wanted of [path, '/']) {
      for (const [pattern, load] of routes) {
        const params = matchPath(pattern, wanted)
        if (params) return { load, params }
      }
    }
    return undefined
  }, [path, features])
  useLayoutEffect(() => {
    returnToPlace()
    return keepPlace
  }, [path])
  if (!match) throw new Error('no feature shows Start')
  return <Lazy load={match.load} props={{ params: match.params }} />
}

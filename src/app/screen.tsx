import type { JSX } from 'preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { useFeatures, type Params, type Screen } from '../ui/feature.ts'
import { Lazy } from '../ui/lazy.tsx'
import { matchPath, usePath } from '../ui/route.ts'
import { keepPlace, returnToPlace } from './scroll.ts'

type Match = { readonly load: () => Promise<Screen>; readonly params: Params }

/** The screen that the address names; one that no feature knows, once all are there (`isAll`), leads to Start. */
export function CurrentScreen({ isAll }: { isAll: boolean }): JSX.Element | null {
  const path = usePath()
  const features = useFeatures()
  const match = useMemo((): Match | undefined => {
    const routes = features.flatMap((feature) => Object.entries(feature.routes))
    for (const wanted of isAll ? [path, '/'] : [path]) {
      for (const [pattern, load] of routes) {
        const params = matchPath(pattern, wanted)
        if (params) return { load, params }
      }
    }
    return undefined
  }, [path, features, isAll])
  useLayoutEffect(() => {
    returnToPlace()
    return keepPlace
  }, [path])
  return match ? <Lazy load={match.load} props={{ params: match.params }} /> : null
}

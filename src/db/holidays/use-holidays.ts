import { useEffect, useState } from 'preact/hooks'
import type { Holiday } from '../../shared/holiday.ts'
import { useLive } from '../live.ts'
import { useNotebook } from '../notebook.ts'
import { holidaysBetween } from './between.ts'
import { regionsOf } from './regions.ts'

const none: readonly Holiday[] = []

/** What is planned: with which partner town, from when until when ('YYYY-MM-DD'; `to` '' for one day). */
type Plan = { readonly town: string; readonly from: string; readonly to: string }

/** The public holidays of both towns in these days; none as long as no day is known, or no record of a town. */
export function useHolidays({ town, from, to }: Plan): readonly Holiday[] {
  const notebook = useNotebook()
  const regions = useLive(() => regionsOf(notebook, town), [notebook, town])
  const [found, setFound] = useState(none)
  useEffect(() => {
    let stale = false
    // Before the app is here whole they may fail to load: nothing is said then, and nothing stops.
    holidaysBetween(from, to || from, regions ?? []).then(
      (days) => stale || setFound(days),
      () => undefined,
    )
    return () => {
      stale = true
    }
  }, [regions, from, to])
  return found
}

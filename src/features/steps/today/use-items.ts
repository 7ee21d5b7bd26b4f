import { useEffect, useState } from 'preact/hooks'
import { hasAnniversaries } from '../../../db/calendar/find.ts'
import { useLive } from '../../../db/live.ts'
import { useOpen } from '../../../db/notebook.ts'
import { addDays } from '../../../shared/day-count.ts'
import { useWasOpen } from '../first-seen.ts'
import { useToday } from '../use-today.ts'
import type { Source, TodayItem } from './item.ts'
import { listToday, withoutDone } from './items.ts'

/** For how many days ahead something is to be thought of. */
const daysAhead = 7

const none: readonly Source[] = []

/** The sources that most notebooks have nothing for, loaded where there is something; undefined until that is known. */
function useMore(): readonly Source[] | undefined {
  const { notebook } = useOpen()
  const [more, setMore] = useState<readonly Source[]>()
  const has = useLive(() => hasAnniversaries(notebook), [notebook])
  useEffect(() => {
    if (has === undefined) return
    if (!has) return setMore(none)
    import('./anniversaries.tsx').then(
      ({ anniversaries }) => setMore([anniversaries]),
      (reason: unknown) => {
        // All else that is to be thought of still stands there.
        reportError(reason)
        setMore(none)
      },
    )
  }, [has])
  return more
}

/** What there is to think of in the coming week, the most urgent first; undefined until it is known. */
export function useTodayItems(): TodayItem[] | undefined {
  const open = useOpen()
  const today = useToday()
  const wasOpen = useWasOpen()
  const more = useMore()
  const items = useLive(
    async () => more && listToday(open, today, addDays(today, daysAhead), more),
    [open, today, more],
  )
  return items && withoutDone(items, wasOpen)
}

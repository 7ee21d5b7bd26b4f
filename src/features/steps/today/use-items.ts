import { useLive } from '../../../db/live.ts'
import { useOpen } from '../../../db/notebook.ts'
import { addDays } from '../../../shared/day-count.ts'
import { useWasOpen } from '../first-seen.ts'
import { useToday } from '../use-today.ts'
import type { TodayItem } from './item.ts'
import { listToday, withoutDone } from './items.ts'

/** For how many days ahead something is to be thought of. */
const daysAhead = 7

/** What there is to think of in the coming week, the most urgent first; undefined until it is known. */
export function useTodayItems(): TodayItem[] | undefined {
  const open = useOpen()
  const today = useToday()
  const wasOpen = useWasOpen()
  const items = useLive(() => listToday(open, today, addDays(today, daysAhead)), [open, today])
  return items && withoutDone(items, wasOpen)
}

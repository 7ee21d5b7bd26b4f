import type { Open } from '../../../db/notebook.ts'
import type { Row } from '../../../db/show.ts'
import { isDone } from '../shown.ts'
import { dueSteps } from './due-steps.tsx'
import { feasts } from './feasts.tsx'
import type { Source, TodayItem } from './item.ts'

/** Of one day the first source's things stand first. A new source is one line. */
const sources: readonly Source[] = [feasts, dueSteps]

/** All there is to think of, the most urgent first; of `more` sources too. */
export async function listToday(
  open: Pick<Open, 'notebook' | 'device'>,
  today: string,
  last: string,
  more: readonly Source[] = [],
): Promise<TodayItem[]> {
  const items = (await Promise.all([...sources, ...more].map((source) => source(open, today, last)))).flat()
  const keyOf = ({ rank, day }: TodayItem): string => `${rank} ${day}`
  return items.sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Without the steps that were done before the page was opened. */
export const withoutDone = (items: readonly TodayItem[], wasOpen: (row: Row) => boolean): TodayItem[] =>
  items.filter(({ step }) => !step || wasOpen(step) || !isDone(step))

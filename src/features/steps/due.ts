import { textOf } from '../../records/fields.ts'
import { nearDate, nearLongDate } from '../../ui/near-date.ts'
import type { Text } from '../../ui/text.ts'
import type { ShownStep } from './shown.ts'

/** Whose task a step is and until when, in one line: what is late was merely meant for another day. */
export function dueWords(
  { row, who: name, isMine }: ShownStep,
  today: string,
  { t, language }: Pick<Text, 't' | 'language'>,
): string {
  const who = isMine ? t('steps.you') : name
  const [until, doneOn] = [textOf(row.fields, 'until'), textOf(row.fields, 'doneOn')]
  if (doneOn) {
    const date = nearDate(doneOn, today, language)
    return who ? t('steps.due.doneBy', { who, date }) : t('steps.due.done', { date })
  }
  if (!until) return who
  const date = nearLongDate(until, today, language)
  if (until < today) return who ? t('steps.due.meantBy', { who, date }) : t('steps.due.meant', { date })
  return who ? t('steps.due.untilBy', { who, date }) : t('steps.due.until', { date })
}

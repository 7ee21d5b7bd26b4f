import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { event } from '../../records/kinds/event.ts'
import { DateField } from '../../ui/datefield.tsx'
import { longDate, today } from '../../ui/dates.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/timefield.tsx'

/** Moves one date of a series to another day or time. */
export function MoveDate({ params }: { params: { id?: string; day?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const { id = '', day = '' } = params
  const [now] = useState(() => today(new Date()))
  const [isUnread, setUnread] = useState(false)
  const [asked, setAsked] = useState(false)
  const form = useForm('event', id)
  if (!form) return null
  const field = `dates/${day}`
  const exception = event.occasions?.(form.values)[0]?.exceptions[day]
  const usual = { date: day, time: textOf(form.values, 'time') }
  const place = exception === undefined || exception === 'cancelled' ? usual : exception
  const put = (part: Partial<typeof usual>): void => form.set(field, { ...place, ...part })
  const done = async (): Promise<void> => {
    setAsked(true)
    if (isUnread) return
    await form.commit()
    back(`/events/${id}/dates/${day}`)
  }
  return (
    <Page title={t('events.moveDate')} parent={`/events/${id}/dates/${day}`}>
      <form class="page stack" onSubmit={(pressed) => pressed.preventDefault()}>
        <div class="stack tight">
          <h2>{textOf(form.values, 'title') || t('events.untitled')}</h2>
          <p>{longDate(day, language)}</p>
        </div>
        <DateField
          legend={t('events.newDay')}
          value={place.date}
          onChange={(date) => date && put({ date })}
          today={now}
        />
        {usual.time && (
          <TimeField
            label={t('events.begins')}
            value={place.time || usual.time}
            message={asked && isUnread ? t('events.timeUnread') : undefined}
            onChange={(time) => {
              setUnread(time === undefined)
              if (time !== undefined) put({ time })
            }}
          />
        )}
        <FormEnd state={form.state} done={t('events.done')} onDone={done} />
      </form>
    </Page>
  )
}

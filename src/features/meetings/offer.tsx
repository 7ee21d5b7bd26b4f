import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { slotsOf, type Slot } from '../../records/slots.ts'
import { newId } from '../../shared/ids.ts'
import type { Fields } from '../../shared/value.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { longDate, today } from '../../ui/dates.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/timefield.tsx'
import { laterBy } from './later.ts'

/** How long somebody is listened to, in minutes: the next time that is offered is so much later. */
const usual = 30

/** The time that is offered next: after the last one, or when the event begins. */
function nextSlot(fields: Fields): Slot {
  const last = slotsOf(fields).findLast(({ date, time }) => date && time)
  if (!last) return { date: textOf(fields, 'date'), time: textOf(fields, 'time') }
  return { date: last.date, time: laterBy(usual, last.time) }
}

/** The office, or whoever advises, offers times: each can then be taken with one tap. */
export function OfferSlots({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const { id = '' } = params
  const [now] = useState(() => today(new Date(notebook.now())))
  // In the order in which they were opened or added: a line that is being typed into stays where it is.
  const [order, setOrder] = useState<readonly string[]>()
  const form = useForm('event', id)
  if (!form) return null
  const { values, set } = form
  const slots = slotsOf(values)
  const ids = order ?? slots.map((slot) => slot.id)
  const add = (): void => {
    const fresh = newId()
    set(`slots/${fresh}`, nextSlot(values))
    setOrder([...ids, fresh])
  }
  const done = async (): Promise<void> => {
    await form.commit()
    back(`/events/${id}`)
  }
  return (
    <Page title={t('meetings.offer')} parent={`/events/${id}`}>
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <div class="stack tight">
          <h2>{textOf(values, 'title') || t('meetings.untitled')}</h2>
          <p>{t('meetings.offerHint')}</p>
        </div>
        {ids.map((slotId) => {
          const slot = slots.find((one) => one.id === slotId)
          if (!slot) return null
          const { date, time } = slot
          const put = (part: Partial<Slot>): void => set(`slots/${slotId}`, { date, time, ...part })
          return (
            <div key={slotId} class="entry card stack tight">
              {slot.takers.length > 0 && <p>{t('meetings.taken')}</p>}
              <DateField
                legend={date ? longDate(date, language) : t('meetings.slotDay')}
                value={date}
                onChange={(day) => put({ date: day })}
                today={now}
              />
              <TimeField
                label={t('meetings.slotTime')}
                value={time}
                onChange={(next) => put({ time: next ?? '' })}
              />
              <Button icon="x" onPress={() => set(`slots/${slotId}`, null)}>
                {t('meetings.removeSlot')}
              </Button>
            </div>
          )
        })}
        <Button icon="plus" onPress={add}>
          {t('meetings.addSlot')}
        </Button>
        <FormEnd state={form.state} done={t('meetings.done')} onDone={done} />
      </form>
    </Page>
  )
}

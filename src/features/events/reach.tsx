import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isOpenAt } from '../../db/calendar/join.ts'
import type { Shown } from '../../db/calendar/shown.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { eventTypeOf, isPhoneFirst } from '../../records/event-types.ts'
import { textOf } from '../../records/fields.ts'
import { dialable } from '../../shared/phone.ts'
import { webAddress } from '../../shared/web-address.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'

/** How often the clock is looked at while the page is open, in milliseconds. */
const tick = 15_000

/** Whether one can join just now: it becomes so, and stops being so, while the page is open. */
function useIsOpen(shown: Shown | undefined): boolean {
  const notebook = useNotebook()
  const [now, setNow] = useState(notebook.now)
  useEffect(() => {
    const look = (): void => setNow(notebook.now())
    const timer = setInterval(look, tick)
    // A tablet that was put away has missed the ticks.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [notebook])
  return shown !== undefined && isOpenAt(shown, now)
}

type WayProps = { value: string; primary: boolean }

function Video({ value, primary, isOpen }: WayProps & { isOpen: boolean }): JSX.Element {
  const { t } = useText()
  return (
    <LinkButton primary={primary} icon="video" to={webAddress(value)}>
      {isOpen ? t('events.join') : t('events.toVideo')}
    </LinkButton>
  )
}

function Telephone({ value, primary }: WayProps): JSX.Element {
  const { t } = useText()
  return (
    <section class="card stack tight">
      <p class="eyebrow">{t('events.dialIn')}</p>
      <p class="number">{value}</p>
      <LinkButton primary={primary} icon="phone" to={`tel:${dialable(value).replaceAll('#', '%23')}`}>
        {t('ui.phone.call')}
      </LinkButton>
    </section>
  )
}

/** How to take part from afar: the same on each date of a series, and the big button of its hour. */
export function Reach({ event, shown }: { event: EventRow; shown: Shown | undefined }): JSX.Element | null {
  const isOpen = useIsOpen(shown)
  const [link, dialIn] = [textOf(event.fields, 'link').trim(), textOf(event.fields, 'dialIn').trim()]
  const callsFirst = isPhoneFirst(eventTypeOf(event.fields))
  const video = link && (
    <Video key="video" value={link} isOpen={isOpen} primary={isOpen && !(callsFirst && dialIn)} />
  )
  const telephone = dialIn && (
    <Telephone key="telephone" value={dialIn} primary={isOpen && (callsFirst || !link)} />
  )
  if (!video && !telephone) return null
  return <div class="stack tight">{callsFirst ? [telephone, video] : [video, telephone]}</div>
}

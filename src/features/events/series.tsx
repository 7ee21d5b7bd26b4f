import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import type { Row as EventRow } from '../../db/show.ts'
import type { Occurrence } from '../../db/tables.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { whenWords } from '../../ui/when.ts'
import { Leaf, StateChip } from './line.tsx'
import { shownOf, type Shown } from '../../db/calendar/shown.ts'

const most = 5

type DateLineProps = { event: EventRow; shown: Shown; isCurrent: boolean }

function DateLine({ event, shown, isCurrent }: DateLineProps): JSX.Element {
  const { t, language } = useText()
  return (
    <Row
      to={href(`/events/${event.id}/dates/${shown.original}`)}
      current={isCurrent}
      picture={<Leaf shown={shown} isFestive={false} />}
    >
      <span class={shown.state === 'cancelled' ? 'line off' : 'line'}>{whenWords(shown, language, t)}</span>
      <StateChip state={shown.state} />
    </Row>
  )
}

/** The next dates of a series, each of which has a page of its own. */
export function NextDates({
  event,
  occurrences,
  shown,
}: {
  event: EventRow
  occurrences: readonly Occurrence[]
  shown: Shown
}): JSX.Element | null {
  const { t } = useText()
  const now = useNotebook().now()
  const next = occurrences.filter((one) => one.ends >= now).slice(0, most)
  if (next.length === 0) return null
  return (
    <Section title={t('events.nextDates')}>
      <Rows>
        {next.map((one) => (
          <DateLine
            key={one.id}
            event={event}
            shown={shownOf(one, event.fields, now)}
            isCurrent={one.original === shown.original}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** What can be done with one date of a series: move it, call it off, take that back. */
export function DateDoings({ event, shown }: { event: EventRow; shown: Shown }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const field = `dates/${shown.original}`
  const before = event.fields[field] ?? null
  const put = async (value: 'cancelled' | null, said: string): Promise<void> => {
    await change(notebook, [event.id], { [field]: value })
    offerUndo(said, () => change(notebook, [event.id], { [field]: before }))
  }
  if (!mayWrite) return null
  return (
    <Buttons column>
      <LinkButton icon="calendar-days" to={href(`/events/${event.id}/dates/${shown.original}/move`)}>
        {t('events.moveDate')}
      </LinkButton>
      {shown.state === 'stands' && (
        <Button icon="calendar-x" onPress={() => put('cancelled', t('events.dateIsOff'))}>
          {t('events.callOffDate')}
        </Button>
      )}
      {shown.state !== 'stands' && (
        <Button icon="undo-2" onPress={() => put(null, t('events.dateIsBack'))}>
          {t('events.asBefore')}
        </Button>
      )}
    </Buttons>
  )
}

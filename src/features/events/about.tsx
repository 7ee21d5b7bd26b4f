import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { EventLine } from './line.tsx'
import { dateOf, type Shown } from '../../db/calendar/shown.ts'

type Dated = { readonly event: EventRow; readonly shown: Shown }

/** The events about a record, each by its next date: those ahead first, then the past ones, the latest first. */
function useEvents(id: string): Dated[] | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const now = notebook.now()
    const events = (await listAbout(notebook, id)).filter((row) => row.kind === 'event')
    const dated = await Promise.all(
      events.map(async (event) => ({
        event,
        shown: dateOf(event.fields, await occurrencesOf(notebook, event.id), '', now),
      })),
    )
    const all = dated.flatMap(({ event, shown }) => (shown ? [{ event, shown }] : []))
    const byDate = (a: Dated, b: Dated): number => (a.shown.date < b.shown.date ? -1 : 1)
    return [
      ...all.filter((one) => !one.shown.isOver).sort(byDate),
      ...all.filter((one) => one.shown.isOver).sort((a, b) => byDate(b, a)),
    ]
  }, [notebook, id])
}

/** The events about a person, group or project, on its page; on a project's page one can be added. */
export function EventsAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const kind = useLive(() => rowOf(notebook, id), [notebook, id])?.kind
  const events = useEvents(id)
  if (!events || (events.length === 0 && !(mayWrite && kind === 'project'))) return null
  return (
    <Section title={t('events.title')}>
      <div class="stack tight">
        {events.length > 0 && (
          <Rows>
            {events.map(({ event, shown }) => (
              <EventLine key={event.id} event={event} shown={shown} withYear />
            ))}
          </Rows>
        )}
        {kind === 'project' && (
          <LinkButton writes icon="plus" to={href(`/events/new/${id}`)}>
            {t('events.add')}
          </LinkButton>
        )}
      </div>
    </Section>
  )
}

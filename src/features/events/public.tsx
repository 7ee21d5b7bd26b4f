import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { publicEvents } from '../../db/register/find.ts'
import { registerOf } from '../../db/register/open.ts'
import type { EntryRow } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { today } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'

/** As many as don't push one's own events out of sight. */
const most = 10

function Line({ row }: { row: EntryRow }): JSX.Element | null {
  const { t, language } = useText()
  const { content } = row
  if (!content || !('zone' in content)) return null
  const { date, time, until, zone, place, title, association } = content
  return (
    <Row
      to={href(`/register/entry/${row.entry}`)}
      detail={
        <>
          <span class="line">
            {whenWords({ date, time, endDate: until, endTime: '', zone }, language, t)}
          </span>
          <span class="line">
            <bdi>{[place, association].map(shownText).filter(Boolean).join(', ')}</bdi>
          </span>
        </>
      }
    >
      <bdi>{shownText(title)}</bdi>
    </Row>
  )
}

/** Events open to all that other associations published: a section of its own below one's own events. */
export function PublicEvents(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const register = registerOf(notebook)
  const day = today(new Date(notebook.now()))
  const rows = useLive(() => publicEvents(register, day), [register, day])
  if (!rows?.length) return null
  return (
    <Section title={t('events.publicTitle')}>
      <Rows>
        {rows.slice(0, most).map((row) => (
          <Line key={row.entry} row={row} />
        ))}
      </Rows>
    </Section>
  )
}

import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { pointsOf } from '../../shared/agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText, type Translate } from '../../ui/text.ts'
import { ruleWords } from './rule-words.ts'

/** Where it is, and with which partner town, unless the address says that already. */
export function placeWords({ fields }: EventRow, t: Translate): string {
  const [place, address, town] = ['place', 'address', 'town'].map((name) => textOf(fields, name).trim())
  const named = [place, address].filter(Boolean).join(', ')
  const partner = town && !named.includes(town) ? t('events.withTown', { town }) : ''
  return [named, partner].filter(Boolean).join(', ')
}

function Fact({ icon, children }: { icon: IconName; children: string }): JSX.Element {
  return (
    <li class="fact">
      <Icon name={icon} />
      <span class="written">{children}</span>
    </li>
  )
}

/** Where it is and how it comes again. */
export function Facts({ event }: { event: EventRow }): JSX.Element | null {
  const { t, language } = useText()
  const { fields } = event
  const place = placeWords(event, t)
  const rule = textOf(fields, 'rule')
  if (!place && !rule) return null
  return (
    <ul class="card facts">
      {place && <Fact icon="map-pin">{place}</Fact>}
      {rule && <Fact icon="repeat">{ruleWords(rule, textOf(fields, 'date'), language, t)}</Fact>}
    </ul>
  )
}

/** What is to be spoken of, numbered; on paper and on the screen. */
export function Agenda({ text }: { text: string }): JSX.Element {
  return (
    <ol class="numbered">
      {pointsOf(text).map((point, index) => (
        <li key={index}>{point}</li>
      ))}
    </ol>
  )
}

/** The lines of a programme, each taken apart: "14:00 Ankunft", "14:00-15:30: Ankunft". */
export function programmeOf(text: string): { time: string; what: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const time =
        /^\d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?(?:\s*(?:Uhr|am|pm))?|^\d{1,2}\s*(?:Uhr|am|pm)\b/iu.exec(
          line,
        )?.[0] ?? ''
      return { time: time.trim(), what: line.slice(time.length).replace(/^[\s:,–-]+/, '') }
    })
}

/** The programme as a table of times and what is then; on paper and on the screen. */
export function Programme({ text }: { text: string }): JSX.Element {
  const { t } = useText()
  return (
    <table class="programme">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('events.programmeTime')}</th>
          <th scope="col">{t('events.programmeWhat')}</th>
        </tr>
      </thead>
      <tbody>
        {programmeOf(text).map(({ time, what }, index) => (
          <tr key={index}>
            <th scope="row">{time}</th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The project that an event belongs to, and the groups that are invited. */
export function Belongs({ event }: { event: EventRow }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [project, groups] = [textOf(event.fields, 'project'), tickedIn(event.fields, 'groups')]
  const ids = [...groups, project].filter(Boolean)
  const rows = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  if (rows.length === 0) return null
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          to={href(`/${kindOf(row.kind)?.path ?? ''}/${row.id}`)}
          detail={row.id === project ? t('events.project') : t('events.invitedGroup')}
        >
          {row.label}
        </Row>
      ))}
    </Rows>
  )
}

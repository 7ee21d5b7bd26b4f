import type { JSX } from 'preact'
import { newestOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { nextEvents } from './next-events.ts'

type Sheet = { path: string; icon: IconName; titleKey: TextKey; hintKey: TextKey }

const lists: readonly Sheet[] = [
  { path: '/people/print', icon: 'book-user', titleKey: 'print.members', hintKey: 'print.membersHint' },
  { path: '/people/print/phones', icon: 'phone', titleKey: 'print.phones', hintKey: 'print.phonesHint' },
  { path: '/steps/print', icon: 'square-check', titleKey: 'print.steps', hintKey: 'print.stepsHint' },
  { path: '/projects/owed/print', icon: 'repeat', titleKey: 'print.owed', hintKey: 'print.owedHint' },
]

/** How many events and visits are offered; all others are printed from their own pages. */
const most = 5

type SheetRowProps = { path: string; icon: IconName; title: string; hint: string }

function SheetRow({ path, icon, title, hint }: SheetRowProps): JSX.Element {
  const mark = (
    <span class="portrait initials" aria-hidden="true">
      <Icon name={icon} />
    </span>
  )
  return (
    <Row to={href(path)} picture={mark} detail={hint}>
      <b>{title}</b>
    </Row>
  )
}

function Lists(): JSX.Element {
  const { t } = useText()
  return (
    <Section title={t('print.lists')}>
      <Rows>
        {lists.map(({ path, icon, titleKey, hintKey }) => (
          <SheetRow key={path} path={path} icon={icon} title={t(titleKey)} hint={t(hintKey)} />
        ))}
      </Rows>
    </Section>
  )
}

function Programmes(): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const events = useLive(() => nextEvents(notebook, most), [notebook])
  return (
    <Section title={t('print.programme')}>
      {events?.length === 0 && <p>{t('print.noEvents')}</p>}
      {!!events?.length && (
        <Rows>
          {events.map(({ event, date }) => (
            <SheetRow
              key={event.id}
              path={`/events/${event.id}/print`}
              icon="calendar-days"
              title={event.label || t('print.unnamed')}
              hint={mediumDate(date, language)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

function Reports(): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const visits = useLive(() => newestOf(notebook, 'visit', most), [notebook])
  return (
    <Section title={t('print.report')}>
      {visits?.length === 0 && <p>{t('print.noVisits')}</p>}
      {!!visits?.length && (
        <Rows>
          {visits.map(({ id, label, fields }) => (
            <SheetRow
              key={id}
              path={`/visits/${id}/print`}
              icon="book-open"
              // A visit of which nothing else is known is named by its day, which stands below anyway.
              title={label && label !== textOf(fields, 'date') ? label : t('print.unnamed')}
              hint={mediumDate(textOf(fields, 'date'), language)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** Everything that can be taken along on paper. */
export function Print(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('print.title')} parent="/more">
      <div class="page stack">
        <p>{t('print.what')}</p>
        <Lists />
        <Programmes />
        <Reports />
      </div>
    </Page>
  )
}

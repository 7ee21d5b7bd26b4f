import type { JSX } from 'preact'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { EventList } from './list.tsx'
import { EventPage } from './page.tsx'

/** The calendar: months and one event beside each other where there is room. */
export function Events({ params }: { params: { id?: string; day?: string } }): JSX.Element {
  const { t } = useText()
  const { id, day = '' } = params
  return (
    <Page
      title={t('events.title')}
      {...(id ? { parent: '/events', heading: 'own' as const, panes: true } : {})}
    >
      <div class="panes" data-show={id ? 'detail' : 'list'}>
        <section class="page pane list" aria-label={t('events.title')}>
          <EventList current={id} day={day} />
        </section>
        <section class="page pane detail" aria-label={t('events.event')}>
          {id ? (
            <EventPage id={id} day={day} key={`${id} ${day}`} />
          ) : (
            <Empty picture="festival" words={t('events.chooseOne')} />
          )}
        </section>
      </div>
    </Page>
  )
}

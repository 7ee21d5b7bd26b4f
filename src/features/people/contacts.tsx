import type { JSX } from 'preact'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { PeopleList } from './list.tsx'
import { PersonPage } from './person.tsx'

/** The address book: list and person beside each other where there is room, else the one that the address names. */
export function Contacts({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const { id } = params
  return (
    <Page
      title={t('people.contacts')}
      {...(id ? { parent: '/people', heading: 'own' as const, panes: true } : {})}
    >
      <div class="panes" data-show={id ? 'detail' : 'list'}>
        <section class="page pane list" aria-label={t('people.people')}>
          <PeopleList current={id} />
        </section>
        <section class="page pane detail" aria-label={t('people.person')}>
          {id ? <PersonPage id={id} key={id} /> : <Empty picture="people" words={t('people.chooseOne')} />}
        </section>
      </div>
    </Page>
  )
}

import type { JSX } from 'preact'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { GroupPage } from './group.tsx'
import { GroupList } from './list.tsx'

/** The groups of the address book: list and group beside each other where there is room. */
export function Groups({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const { id } = params
  return (
    <Page
      title={t('groups.title')}
      {...(id ? { parent: '/groups', heading: 'own' as const, panes: true } : {})}
    >
      <div class="panes" data-show={id ? 'detail' : 'list'}>
        <section class="page pane list" aria-label={t('groups.title')}>
          <GroupList current={id} />
        </section>
        <section class="page pane detail" aria-label={t('groups.group')}>
          {id ? <GroupPage id={id} key={id} /> : <Empty picture="group" words={t('groups.chooseOne')} />}
        </section>
      </div>
    </Page>
  )
}

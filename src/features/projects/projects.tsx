import type { JSX } from 'preact'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { ProjectList } from './list.tsx'
import { ProjectPage } from './project.tsx'

/** The projects: list and project beside each other where there is room. */
export function Projects({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const { id } = params
  return (
    <Page
      title={t('projects.title')}
      {...(id ? { parent: '/projects', heading: 'own' as const, panes: true } : {})}
    >
      <div class="panes" data-show={id ? 'detail' : 'list'}>
        <section class="page pane list" aria-label={t('projects.title')}>
          <ProjectList current={id} />
        </section>
        <section class="page pane detail" aria-label={t('projects.project')}>
          {id ? (
            <ProjectPage id={id} key={id} />
          ) : (
            <Empty picture="festival" words={t('projects.chooseOne')} />
          )}
        </section>
      </div>
    </Page>
  )
}

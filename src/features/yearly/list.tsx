import type { JSX } from 'preact'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { ReportRows } from './rows.tsx'

/** All reports, the newest period first. */
export function ReportList(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const reports = useLive(() => listOf(notebook, 'report'), [notebook])
  if (!reports) return null
  const begin = (
    <LinkButton writes primary icon="plus" to={href('/yearly/new')}>
      {t('yearly.begin')}
    </LinkButton>
  )
  return (
    <Page title={t('yearly.title')} parent="/more">
      <div class="page stack">
        {reports.length === 0 ? (
          <Empty picture="group" words={t('yearly.none')}>
            {begin}
          </Empty>
        ) : (
          <>
            <p>{t('yearly.explain')}</p>
            <ReportRows reports={[...reports].reverse()} />
            <p>{t('yearly.whereFunder')}</p>
            {begin}
          </>
        )}
      </div>
    </Page>
  )
}

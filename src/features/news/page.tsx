import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { listNews } from '../../db/news.ts'
import { useOpen } from '../../db/notebook.ts'
import { Empty } from '../../ui/empty.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { NewsRows } from './rows.tsx'

/** All that others wrote since the person was last here, the latest first. */
export function NewsPage(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const news = useLive(() => listNews(open), [open])
  const { shown, more } = useGrowing(news?.length ?? 0, open)
  if (!news) return null
  return (
    <Page title={t('news.title')} parent="/">
      <div class="page stack">
        {news.length === 0 ? (
          <Empty picture="coffee" words={t('news.none')} />
        ) : (
          <NewsRows news={news.slice(0, shown)} isDated />
        )}
        {more}
      </div>
    </Page>
  )
}

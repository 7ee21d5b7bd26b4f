import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { newestNews } from '../../db/news.ts'
import { useOpen } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { NewsRows } from './rows.tsx'

/** On Start: what others wrote while the person was away. Nothing at all where nobody did. */
export function NewsOnStart(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const news = useLive(() => newestNews(open), [open])
  if (!news?.shown.length) return null
  return (
    <Section title={t('news.title')}>
      <div class="stack tight">
        <NewsRows news={news.shown} />
        {news.more && (
          <LinkButton icon="list" to={href('/news')}>
            {t('news.all')}
          </LinkButton>
        )}
      </div>
    </Section>
  )
}

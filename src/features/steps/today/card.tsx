import type { JSX } from 'preact'
import { LinkButton } from '../../../ui/button.tsx'
import { href } from '../../../ui/route.ts'
import { useText } from '../../../ui/text.ts'
import { useTodayItems } from './use-items.ts'

/** On Start: the one thing to think of first, and how many more there are. Nothing at all where there is none. */
export function TodayCard(): JSX.Element | null {
  const { t } = useText()
  const [first, ...more] = useTodayItems() ?? []
  if (!first) return null
  return (
    <section class="card stack tight today" aria-label={t('steps.today.title')}>
      <h2 class="eyebrow">{t('steps.today.title')}</h2>
      {first.show(false)}
      <LinkButton icon="list" to={href('/today')}>
        {more.length > 0 ? t('steps.today.more', { count: more.length }) : t('steps.today.open')}
      </LinkButton>
    </section>
  )
}

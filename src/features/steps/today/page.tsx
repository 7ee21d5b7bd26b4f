import { Fragment, type JSX } from 'preact'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { href } from '../../../ui/route.ts'
import { Section } from '../../../ui/rows.tsx'
import { useText, type TextKey } from '../../../ui/text.ts'
import type { TodayItem } from './item.ts'
import { useTodayItems } from './use-items.ts'

/** Steps in one card to tick them, feasts in a card each. */
function Items({ items }: { items: readonly TodayItem[] }): JSX.Element {
  if (!items.some((item) => item.step))
    return (
      <div class="feast-in">
        {items.map((item) => (
          <Fragment key={item.id}>{item.show(true)}</Fragment>
        ))}
      </div>
    )
  return (
    <div class="card">
      <ul class="rows">
        {items.map((item) => (
          <li key={item.id}>{item.show(false)}</li>
        ))}
      </ul>
    </div>
  )
}

/** What is one's own stands first, whatever else is more urgent. */
const own: TextKey = 'steps.yours'
const isOwn = ({ titleKey }: TodayItem): boolean => titleKey === own

/** All that there is to think of in the coming week, under its headings. */
export function TodayPage(): JSX.Element | null {
  const { t } = useText()
  const items = useTodayItems()
  if (!items) return null
  const groups = new Map<TextKey, TodayItem[]>(items.some(isOwn) ? [[own, []]] : [])
  for (const item of items) groups.set(item.titleKey, [...(groups.get(item.titleKey) ?? []), item])
  return (
    <Page title={t('steps.today.title')} parent="/">
      <div class="page stack">
        {items.length === 0 && <Empty picture="coffee" words={t('steps.today.nothing')} />}
        {[...groups].map(([titleKey, together]) => (
          <Section key={titleKey} title={t(titleKey)}>
            <Items items={together} />
          </Section>
        ))}
        <LinkButton icon="square-check" to={href('/steps')}>
          {t('steps.all')}
        </LinkButton>
      </div>
    </Page>
  )
}

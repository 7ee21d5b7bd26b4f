import type { JSX } from 'preact'
import { LinkButton } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Picture } from '../ui/picture.tsx'
import { href } from '../ui/route.ts'
import { useText } from '../ui/text.ts'

/** Stands in place of every form for somebody who may only read in this notebook. */
export function OnlyToRead(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('app.onlyToRead.title')} parent="/" heading="own">
      <div class="page">
        <div class="columns aside">
          <Picture name="empty-notes" look="crossing squarer" />
          <div class="stack">
            <h1>{t('app.onlyToRead.title')}</h1>
            <p>{t('app.onlyToRead.advice')}</p>
            <LinkButton primary icon="house" to={href('/')}>
              {t('app.onlyToRead.home')}
            </LinkButton>
          </div>
        </div>
      </div>
    </Page>
  )
}

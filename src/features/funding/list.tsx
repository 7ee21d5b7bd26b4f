import type { JSX } from 'preact'
import { useContent } from '../../ui/content.ts'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { loadWords, programmes } from './programmes.ts'

/** All funding programmes, and for whom each is. */
export function Funding(): JSX.Element | null {
  const { t, language } = useText()
  const words = useContent(language, loadWords)
  if (!words) return null
  return (
    <Page title={t('funding.title')} parent="/more">
      <div class="page stack">
        <div class="stack tight">
          <p>{t('funding.what')}</p>
          <p>{t('funding.ages')}</p>
        </div>
        <Rows>
          {programmes.map(({ id }) => (
            <Row key={id} to={href(`/funding/${id}`)} detail={words[id]?.forWhom}>
              <strong>{words[id]?.name}</strong>
            </Row>
          ))}
        </Rows>
      </div>
    </Page>
  )
}

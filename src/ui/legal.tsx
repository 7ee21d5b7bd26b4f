import type { JSX } from 'preact'
import { useText } from './text.ts'

/** Who runs the exchange, and what happens with one's data there: pages of the operator, in a window of their own. */
export function LegalLinks(): JSX.Element {
  const { t, language } = useText()
  return (
    <div class="buttons legal">
      <a class="button" href={`imprint?lang=${language}`} target="_blank" rel="noopener">
        {t('ui.imprint')}
      </a>
      <a class="button" href={`privacy?lang=${language}`} target="_blank" rel="noopener">
        {t('ui.privacy')}
      </a>
    </div>
  )
}

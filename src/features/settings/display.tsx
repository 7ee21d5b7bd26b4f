import type { JSX } from 'preact'
import { SizeChoice, ThemeChoice } from '../../ui/display-choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** Size of the letters and colours, with a text to try them on: the page itself follows at once. */
export function DisplayScreen(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('settings.display')} parent="/more">
      <div class="page">
        <div class="columns">
          <div class="stack">
            <p>{t('settings.atOnce')}</p>
            <SizeChoice />
            <ThemeChoice />
          </div>
          <Section title={t('settings.sampleTitle')}>
            <div class="card stack tight">
              <p>{t('settings.sample')}</p>
              <p class="small secondary">{t('settings.sampleSmall')}</p>
            </div>
          </Section>
        </div>
      </div>
    </Page>
  )
}

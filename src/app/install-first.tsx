import type { JSX } from 'preact'
import { Page } from '../ui/page.tsx'
import { Picture } from '../ui/picture.tsx'
import { useText, type TextKey } from '../ui/text.ts'
import { environmentOf, isAppleTouch } from './may-keep.ts'

const touchSteps: readonly TextKey[] = ['app.install.share', 'app.install.toHome', 'app.install.add']
const macSteps: readonly TextKey[] = ['app.install.file', 'app.install.toDock', 'app.install.openThere']

/** In a Safari tab nothing is promised: it says why, and how to get the app that keeps everything. */
export function InstallFirst(): JSX.Element {
  const { t } = useText()
  const steps = isAppleTouch(environmentOf(window)) ? touchSteps : macSteps
  return (
    <Page title={t('app.install.title')} look="join">
      <div class="page">
        <div class="columns">
          <Picture name="welcome" look="crossing squarer" />
          <div class="stack">
            <p>{t('app.install.what')}</p>
            <p>{t('app.install.why')}</p>
            <ol class="numbered">
              {steps.map((step) => (
                <li key={step}>
                  <p>{t(step)}</p>
                </li>
              ))}
            </ol>
          </div>
        </div>
      </div>
    </Page>
  )
}

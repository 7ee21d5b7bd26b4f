import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { Digits } from '../ui/digits.tsx'
import { takeInvitation } from '../ui/invitation.ts'
import { Page } from '../ui/page.tsx'
import { Picture } from '../ui/picture.tsx'
import { useText, type TextKey } from '../ui/text.ts'
import { environmentOf, isAppleTouch } from './may-keep.ts'

const touchSteps: readonly TextKey[] = ['app.install.share', 'app.install.toHome', 'app.install.add']
const macSteps: readonly TextKey[] = ['app.install.file', 'app.install.toDock', 'app.install.openThere']

/** The invitation that the tab was opened with: opening it here has used nothing up, and inside the app it is typed in. */
function StillGood({ digits }: { digits: string }): JSX.Element {
  const { t } = useText()
  const [said, setSaid] = useState<TextKey>()
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(digits).then(
      () => setSaid('app.install.copied'),
      () => setSaid('app.install.notCopied'),
    )
  return (
    <section class="code-plate stack tight">
      <h2>{t('app.install.invitation')}</h2>
      <p>{t('app.install.invitationHow')}</p>
      <Digits digits={digits} />
      <Button icon="copy" onPress={copy}>
        {t('app.install.copy')}
      </Button>
      <p role="status">{said && t(said)}</p>
    </section>
  )
}

/** In a Safari tab nothing is promised: it says why, and how to get the app that keeps everything. */
export function InstallFirst(): JSX.Element {
  const { t } = useText()
  const [digits] = useState(takeInvitation)
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
            {digits && <StillGood digits={digits} />}
          </div>
        </div>
      </div>
    </Page>
  )
}

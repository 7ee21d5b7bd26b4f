import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { lookForNewer } from '../../ui/update.ts'
import { version } from '../../ui/version.ts'

const saidKeys: { readonly [said in 'looking' | 'newer' | 'newest' | 'noInternet']: TextKey } = {
  looking: 'help.version.looking',
  newer: 'help.version.newer',
  newest: 'help.version.newest',
  noInternet: 'help.version.noInternet',
}

/** Which version this is, and whether there is a newer one. `look` asks: true for a newer one, rejects offline. */
export function VersionSection({ look = lookForNewer }: { look?: () => Promise<boolean> }): JSX.Element {
  const { t } = useText()
  const [said, setSaid] = useState<keyof typeof saidKeys>()
  const ask = async (): Promise<void> => {
    setSaid('looking')
    await look().then(
      (isNewer) => setSaid(isNewer ? 'newer' : 'newest'),
      () => setSaid('noInternet'),
    )
  }
  return (
    <Section title={t('help.version.title')}>
      <div class="stack tight">
        <p>{t('help.version.number', { version })}</p>
        <Button icon="refresh-cw" onPress={ask}>
          {t('help.version.look')}
        </Button>
        <p role="status">{said && t(saidKeys[said])}</p>
      </div>
    </Section>
  )
}

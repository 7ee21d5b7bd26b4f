import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, exchangeNow } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

const problemKeys: { readonly [code in ReturnType<typeof codeOf>]?: TextKey } = {
  offline: 'saved.now.offline',
  outdated: 'saved.stopped.outdated',
  full: 'saved.stopped.full',
  'too-often': 'saved.now.tooOften',
}

/** Exchanges at once, and says what came of it. */
export function ExchangeNow({ primary }: { primary: boolean }): JSX.Element {
  const { t } = useText()
  const [said, setSaid] = useState<TextKey>()
  const exchange = async (): Promise<void> => {
    setSaid('saved.now.working')
    try {
      await exchangeNow()
      setSaid('saved.now.done')
    } catch (error) {
      const code = codeOf(error)
      if (code === 'unexpected') reportError(error)
      setSaid(problemKeys[code] ?? 'saved.now.failed')
    }
  }
  return (
    <div class="stack tight">
      <p role="status">{said && t(said)}</p>
      <Button primary={primary} icon="refresh-cw" onPress={exchange}>
        {t('saved.now.exchange')}
      </Button>
    </div>
  )
}

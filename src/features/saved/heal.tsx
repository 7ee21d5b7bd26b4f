import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, heal } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

const problemKeys: { readonly [code in ReturnType<typeof codeOf>]?: TextKey } = {
  offline: 'saved.now.offline',
  'too-often': 'saved.now.tooOften',
}

/** Where a coordinator has to say that two states of the notebook become one, because one wrote on who had been taken out. */
export function Heal(): JSX.Element {
  const { t } = useText()
  const [said, setSaid] = useState<TextKey>()
  const press = async (): Promise<void> => {
    setSaid('saved.now.working')
    try {
      await heal()
      setSaid(undefined)
    } catch (error) {
      const reason = codeOf(error)
      if (reason === 'unexpected') reportError(error)
      setSaid(problemKeys[reason] ?? 'saved.now.failed')
    }
  }
  return (
    <div class="stack tight">
      <p>{t('saved.heal.what')}</p>
      <p role="status">{said && t(said)}</p>
      <Button primary icon="refresh-cw" onPress={press}>
        {t('saved.heal.do')}
      </Button>
    </div>
  )
}

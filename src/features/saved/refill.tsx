import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, refill } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

const problemKeys: { readonly [code in ReturnType<typeof codeOf>]?: TextKey } = {
  offline: 'saved.now.offline',
  'founding-code': 'saved.again.wrongCode',
  'too-often': 'saved.now.tooOften',
}

/** Where the notebook is not found any more: gives the others back what lies here, with the code of whoever runs the exchange. */
export function Refill(): JSX.Element {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<TextKey>()
  const press = async (): Promise<void> => {
    setProblem(undefined)
    try {
      await refill(code.trim())
    } catch (error) {
      const reason = codeOf(error)
      if (reason === 'unexpected') reportError(error)
      setProblem(problemKeys[reason] ?? 'saved.now.failed')
    }
  }
  return (
    <form class="stack tight" onSubmit={(event) => event.preventDefault()}>
      <p>{t('saved.again.what')}</p>
      <TextField
        label={t('saved.again.code')}
        hint={t('saved.again.codeHint')}
        value={code}
        message={problem && t(problem)}
        onInput={setCode}
      />
      <Button primary submit icon="refresh-cw" onPress={press}>
        {t('saved.again.do')}
      </Button>
    </form>
  )
}

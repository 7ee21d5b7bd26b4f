import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { digitsIn, wrongGroups } from '../../shared/slip-digits.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Digits } from '../../ui/digits.tsx'
import { TextField } from '../../ui/field.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { Scanner } from './scanner.tsx'

/** Digits in an invitation; more than these were typed by mistake. */
const whole = 30

/** Which mistake to tell: too few, too many, or the first group that can't be right. */
function useMessage(typed: string, looked: boolean): string | undefined {
  const { t } = useText()
  if (!looked) return undefined
  const { length } = digitsIn(typed)
  const [first] = wrongGroups(typed)
  if (first === undefined) return undefined
  if (length === 0) return t('join.digits.none')
  const isTyped = (first + 1) * 6 <= length
  if (isTyped) return t('join.digits.wrong', { number: first + 1 })
  return length > whole ? t('join.digits.many') : t('join.digits.few', { count: whole - length })
}

type FindProps = {
  /** Where whoever has no invitation goes on. */
  parent: string
  onFound: (digits: string) => void
}

/** The three ways to an invitation: the camera, its digits, its link. */
export function Find({ parent, onFound }: FindProps): JSX.Element {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [looked, setLooked] = useState(false)
  const [isScanning, setScanning] = useState(false)
  const message = useMessage(typed, looked)
  if (isScanning) return <Scanner onFound={onFound} onClose={() => setScanning(false)} />
  const press = (): void => {
    setLooked(true)
    if (wrongGroups(typed).length === 0) onFound(digitsIn(typed))
  }
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h1>{t('join.title')}</h1>
        <p>{t('join.how')}</p>
      </div>
      <Buttons column>
        <Button icon="camera" onPress={() => setScanning(true)}>
          {t('join.scan')}
        </Button>
      </Buttons>
      <TextField
        label={t('join.digits.label')}
        hint={t('join.digits.hint')}
        inputMode="numeric"
        value={typed}
        message={message}
        onInput={setTyped}
      />
      {typed && (
        <div class="code-plate" aria-live="off">
          <p class="eyebrow">{t('join.digits.understood')}</p>
          <Digits digits={digitsIn(typed).slice(0, whole)} wrong={looked ? wrongGroups(typed) : []} />
        </div>
      )}
      <Buttons column>
        <LinkButton to={href(parent)}>{t('join.without')}</LinkButton>
        <Button primary submit iconBehind="arrow-right" onPress={press}>
          {t('join.next')}
        </Button>
      </Buttons>
    </form>
  )
}

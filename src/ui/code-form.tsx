import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { digitsIn, invitationDigits, sheetDigits, wrongGroups } from '../shared/slip-digits.ts'
import { Button, Buttons } from './button.tsx'
import { Digits } from './digits.tsx'
import { TextField } from './field.tsx'
import type { IconName } from './icons.ts'
import { Scanner } from './scanner.tsx'
import { useText } from './text.ts'

/** How many digits it is going to be: more than these have no place in an invitation. */
const wholeOf = (typed: string, isSheet: boolean): number =>
  isSheet || digitsIn(typed).length > invitationDigits + 6 ? sheetDigits : invitationDigits

/** Which mistake to tell: too few, too many, or the first group that can't be right. */
function useMessage(typed: string, whole: number): string | undefined {
  const { t } = useText()
  const { length } = digitsIn(typed)
  if (length === 0) return t('ui.code.empty')
  const [first] = wrongGroups(digitsIn(typed).slice(0, whole), whole)
  if (first !== undefined && (first + 1) * 6 <= length) return t('ui.code.wrong', { number: first + 1 })
  if (length > whole) return t('ui.code.many', { number: whole })
  return length < whole ? t('ui.code.few', { count: whole - length }) : undefined
}

type CodeFormProps = {
  title: string
  how: string
  label: string
  hint: string
  /** The one button that goes on, with the sign behind its word or before it. */
  done: string
  icon?: IconName
  /** Only a recovery sheet will do. */
  isSheet?: boolean
  /** The way out, before the button. */
  other: ComponentChildren
  /** What came of the last digits. */
  children?: ComponentChildren
  onFound: (digits: string) => void | Promise<void>
}

/** The ways to the secret of an invitation or of a recovery sheet: the camera, its digits, its link. */
export function CodeForm(props: CodeFormProps): JSX.Element {
  const { title, how, label, hint, done, icon, isSheet = false, other, children, onFound } = props
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [looked, setLooked] = useState(false)
  const [isScanning, setScanning] = useState(false)
  const whole = wholeOf(typed, isSheet)
  const message = useMessage(typed, whole)
  if (isScanning)
    return (
      <Scanner
        onFound={(digits) => {
          setScanning(false)
          void onFound(digits)
        }}
        onClose={() => setScanning(false)}
      />
    )
  const press = async (): Promise<void> => {
    setLooked(true)
    if (message === undefined) await onFound(digitsIn(typed))
  }
  const digits = digitsIn(typed).slice(0, whole)
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h1>{title}</h1>
        <p>{how}</p>
      </div>
      <Buttons column>
        <Button icon="camera" onPress={() => setScanning(true)}>
          {t('ui.code.scan')}
        </Button>
      </Buttons>
      <TextField
        label={label}
        hint={hint}
        inputMode="numeric"
        value={typed}
        message={looked ? message : undefined}
        onInput={setTyped}
      />
      {typed && (
        <div class="code-plate" aria-live="off">
          <p class="eyebrow">{t('ui.code.understood')}</p>
          <Digits digits={digits} whole={whole} wrong={looked ? wrongGroups(digits, whole) : []} />
        </div>
      )}
      {children}
      <Buttons column>
        {other}
        <Button primary submit icon={icon} iconBehind={icon ? undefined : 'arrow-right'} onPress={press}>
          {done}
        </Button>
      </Buttons>
    </form>
  )
}

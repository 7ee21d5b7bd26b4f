import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { TextField } from './field.tsx'
import { useText } from './text.ts'
import { parseTime } from './typed-time.ts'
import { timeWords } from './when.ts'

type TimeFieldProps = {
  label: string
  optional?: boolean
  /** 'HH:MM', '' for none. */
  value: string
  message?: string | undefined
  /** 'HH:MM', '' for none; undefined while what is typed is no time yet. */
  onChange: (time: string | undefined) => void
}

/** A time of day in any spelling; says how it was understood where that isn't plain. */
export function TimeField({ label, optional, value, message, onChange }: TimeFieldProps): JSX.Element {
  const { t, language } = useText()
  const [typed, setTyped] = useState(() => value && timeWords(value, language))
  const time = typed.trim() ? parseTime(typed) : ''
  const plain = time ? timeWords(time, language) : ''
  return (
    <TextField
      label={label}
      optional={optional ?? false}
      value={typed}
      most={20}
      hint={plain && plain !== typed.trim() ? t('ui.time.understood', { time: plain }) : t('ui.time.hint')}
      message={message}
      onInput={(text) => {
        setTyped(text)
        onChange(text.trim() ? parseTime(text) : '')
      }}
    />
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useText } from './text.ts'

type FrameProps = {
  label: string
  /** Said as a word, never as a star. */
  optional?: boolean
  hint?: string | undefined
  /** What happened and what to do; stands above the field. */
  message?: string | undefined
}

type Ids = { id: string; hintId: string | undefined; messageId: string | undefined }

function FieldFrame({
  frame,
  ids,
  children,
}: {
  frame: FrameProps
  ids: Ids
  children: ComponentChildren
}): JSX.Element {
  const { t } = useText()
  return (
    <div class={frame.message ? 'field wrong' : 'field'}>
      <label for={ids.id}>
        {frame.label} {frame.optional && <span class="hint">{t('ui.optional')}</span>}
      </label>
      {frame.hint && (
        <p class="hint" id={ids.hintId}>
          {frame.hint}
        </p>
      )}
      {frame.message && (
        <p class="message" id={ids.messageId}>
          <Icon name="circle-alert" />
          <span>{frame.message}</span>
        </p>
      )}
      {children}
    </div>
  )
}

function useIds({ hint, message }: FrameProps): Ids {
  const id = useId()
  return { id, hintId: hint && `${id}-hint`, messageId: message && `${id}-message` }
}

const described = ({ hintId, messageId }: Ids): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } => {
  const by = [hintId, messageId].filter(Boolean).join(' ')
  return {
    ...(by ? { 'aria-describedby': by } : {}),
    ...(messageId ? { 'aria-invalid': 'true' as const } : {}),
  }
}

type TextFieldProps = FrameProps & {
  value: string
  onInput: (value: string) => void
  type?: 'text' | 'tel' | 'email' | 'search'
  autocomplete?: string
  inputMode?: 'text' | 'tel' | 'email' | 'numeric'
  /** The language of what is written, where it is not the screen's. */
  lang?: string
  most?: number
}

/** One line of text under a visible label. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { value, onInput, type = 'text', autocomplete = 'off', inputMode, lang, most = 300 } = props
  const ids = useIds(props)
  return (
    <FieldFrame frame={props} ids={ids}>
      <input
        id={ids.id}
        type={type}
        // The typings know a box with suggestions only: this one has none.
        list={undefined}
        value={value}
        autocomplete={autocomplete}
        maxLength={most}
        {...(inputMode ? { inputMode } : {})}
        {...(lang ? { lang } : {})}
        {...described(ids)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FrameProps & {
  value: string
  onInput: (value: string) => void
  lang?: string
  most?: number
}

/** Several lines of text; it grows with what is written and says so when nothing more fits in. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const { value, onInput, lang, most = 16_000 } = props
  const { t } = useText()
  const full = value.length >= most ? t('ui.textIsFull') : undefined
  const frame = { ...props, message: props.message ?? full }
  const ids = useIds(frame)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = box.current
    if (!area) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight + 4}px`
  }, [value])
  return (
    <FieldFrame frame={frame} ids={ids}>
      <textarea
        id={ids.id}
        ref={box}
        value={value}
        maxLength={most}
        {...(lang ? { lang } : {})}
        {...described(ids)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}

/** The search field with its magnifying glass. */
export function SearchField({
  label,
  value,
  onInput,
}: {
  label: string
  value: string
  onInput: (value: string) => void
}): JSX.Element {
  const id = useId()
  return (
    <div class="field search">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <Icon name="search" />
    </div>
  )
}

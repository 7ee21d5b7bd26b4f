import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

export type Choice<T extends string> = {
  readonly value: T
  readonly label: string
  readonly hint?: string
  readonly lang?: string
}

type ChoicesProps<T extends string> = {
  legend: string
  /** The legend is the page's heading. */
  isQuestion?: boolean | undefined
  choices: readonly Choice<T>[]
  value: T | undefined
  onChoose: (value: T) => void
  /** In columns where there is room: narrow ones, or wide ones for long words. */
  beside?: 'narrow' | 'wide'
}

/** One of several: the whole line is the target. */
export function Choices<T extends string>({
  legend,
  isQuestion,
  choices,
  value,
  onChoose,
  beside,
}: ChoicesProps<T>): JSX.Element {
  const name = useId()
  return (
    <fieldset>
      {isQuestion ? (
        <legend>
          <h1>{legend}</h1>
        </legend>
      ) : (
        <legend class="label">{legend}</legend>
      )}
      <div class={beside ? `choices beside ${beside}` : 'choices'}>
        {choices.map((choice) => (
          <label class="choice" key={choice.value} {...(choice.lang ? { lang: choice.lang } : {})}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span class="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type TicksProps<T extends string> = {
  legend: string
  choices: readonly Choice<T>[]
  ticked: ReadonlySet<string>
  onTick: (value: T, ticked: boolean) => void
}

/** Any of several. */
export function Ticks<T extends string>({ legend, choices, ticked, onTick }: TicksProps<T>): JSX.Element {
  return (
    <fieldset>
      <legend class="label">{legend}</legend>
      <div class="choices beside wide">
        {choices.map((choice) => (
          <Tick
            key={choice.value}
            label={choice.label}
            ticked={ticked.has(choice.value)}
            onTick={(on) => onTick(choice.value, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}

type TickProps = {
  label: string
  hint?: string | undefined
  ticked: boolean
  onTick: (ticked: boolean) => void
}

/** Yes or no. */
export function Tick({ label, hint, ticked, onTick }: TickProps): JSX.Element {
  return (
    <label class="choice tick">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </span>
    </label>
  )
}

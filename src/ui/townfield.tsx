import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import { TextField } from './field.tsx'
import { useText } from './text.ts'

type TownFieldProps = {
  legend: string
  value: string
  onChoose: (town: string) => void
  /** Towns of this notebook, those one needs most first. */
  towns: readonly string[]
}

const other = ' other'

/** A town: one tap on a known one, or typed. */
export function TownField({ legend, value, onChoose, towns }: TownFieldProps): JSX.Element {
  const { t } = useText()
  const [typing, setTyping] = useState(value !== '' && !towns.includes(value))
  if (towns.length === 0)
    return <TextField label={legend} optional value={value} onInput={onChoose} autocomplete="off" />
  const chosen = typing ? other : value || undefined
  return (
    <div class="stack tight">
      <Choices
        legend={legend}
        beside="wide"
        value={chosen}
        onChoose={(choice) => {
          setTyping(choice === other)
          onChoose(choice === other ? '' : choice)
        }}
        choices={[
          ...towns.map((town) => ({ value: town, label: town })),
          { value: other, label: t('ui.otherTown') },
        ]}
      />
      {typing && <TextField label={t('ui.whichTown')} value={value} onInput={onChoose} />}
    </div>
  )
}

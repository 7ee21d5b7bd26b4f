import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Choices } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { longDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

type DayChoiceProps = {
  proposed: string
  /** Why this day. */
  hint: string
  today: string
  problem: TextKey | undefined
  onChange: (day: string) => void
}

/** The day from which the next steps count back: the proposed one, or another. */
export function DayChoice({ proposed, hint, today, problem, onChange }: DayChoiceProps): JSX.Element {
  const { t, language } = useText()
  const [choice, setChoice] = useState<'proposed' | 'other'>('proposed')
  const [other, setOther] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'center' })
  }, [problem])
  const choose = (next: typeof choice): void => {
    setChoice(next)
    onChange(next === 'proposed' ? proposed : other)
  }
  const put = (day: string): void => {
    setOther(day)
    onChange(day)
  }
  return (
    <div class={problem ? 'stack tight wrong-group' : 'stack tight'} ref={box}>
      <Choices
        legend={t('formats.when')}
        value={choice}
        onChoose={choose}
        choices={[
          { value: 'proposed', label: longDate(proposed, language), hint },
          { value: 'other', label: t('ui.date.other') },
        ]}
      />
      {problem && (
        <p class="message" role="status">
          <Icon name="circle-alert" />
          <span>{t(problem)}</span>
        </p>
      )}
      {choice === 'other' && (
        <DateField legend={t('ui.date.which')} value={other} onChange={put} today={today} />
      )}
    </div>
  )
}

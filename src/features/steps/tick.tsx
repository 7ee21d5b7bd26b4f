import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { dueWords } from './due.ts'
import { isDone, type ShownStep } from './shown.ts'

/** A second tap within this many milliseconds is a trembling hand, whichever line it meets. */
const secondTap = 500
let tickedAt = -secondTap

function passOnce(event: MouseEvent): void {
  if (event.timeStamp - tickedAt < secondTap) event.preventDefault()
  else tickedAt = event.timeStamp
}

export type StepTickProps = { step: ShownStep; today: string }

/** What a step says: what is to be done, by whom and until when, and what it belongs to. */
function Words({ step, today }: StepTickProps): JSX.Element {
  const text = useText()
  const { row, of } = step
  const due = dueWords(step, today, text)
  return (
    <span>
      <span class="what">{row.label || text.t('steps.step')}</span>
      {due && <span class="due">{due}</span>}
      {of && <span class="due">{mediumDate(of, text.language)}</span>}
      <TwiceMark twice={row.twice} />
    </span>
  )
}

/** A step whose whole line ticks it, and takes the tick back; only its words for those who may only read. */
export function StepTick({ step, today }: StepTickProps): JSX.Element {
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const { row } = step
  const tick = async (box: HTMLInputElement): Promise<void> => {
    const { checked } = box
    try {
      // Start shows steps and needs none of the writing code before one is ticked.
      const { change } = await import('../../db/save.ts')
      await change(notebook, [row.id], { doneOn: checked ? today : '' })
    } catch (reason) {
      // What could not be kept must not look as if it were.
      box.checked = !checked
      throw reason
    }
  }
  if (!mayWrite)
    return (
      <div class="step">
        {isDone(row) && <Icon name="check" />}
        <Words step={step} today={today} />
      </div>
    )
  return (
    <label class="step">
      <input
        type="checkbox"
        checked={isDone(row)}
        onClick={passOnce}
        onChange={(event) => void tick(event.currentTarget)}
      />
      <Words step={step} today={today} />
    </label>
  )
}

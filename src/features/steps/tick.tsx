import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { mediumDate } from '../../ui/dates.ts'
import { useText } from '../../ui/text.ts'
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

/** A step whose whole line ticks it, and takes the tick back. */
export function StepTick({ step, today }: StepTickProps): JSX.Element {
  const text = useText()
  const notebook = useNotebook()
  const { row, of } = step
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
  const due = dueWords(step, today, text)
  return (
    <label class="step">
      <input
        type="checkbox"
        checked={isDone(row)}
        onClick={passOnce}
        onChange={(event) => void tick(event.currentTarget)}
      />
      <span>
        <span class="what">{row.label || text.t('steps.step')}</span>
        {due && <span class="due">{due}</span>}
        {of && <span class="due">{mediumDate(of, text.language)}</span>}
      </span>
    </label>
  )
}

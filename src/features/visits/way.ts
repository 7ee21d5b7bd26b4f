import { useRef } from 'preact/hooks'
import type { HeldForm } from '../../db/held-form.ts'
import { textOf } from '../../records/fields.ts'
import { back, depth, go, replace } from '../../ui/route.ts'
import { addressOf, after, askSteps, before, stepOf, type AskStep } from './questions.ts'

/** How the questions follow one another. */
export type Way = { readonly onward: () => Promise<void>; readonly backward: () => void }

/** What every question is handed. `onEnding`: the visit is being finished. */
export type StepProps = {
  readonly form: HeldForm
  readonly way: Way
  readonly onEnding: (isEnding: boolean) => void
}

/**
 * The way through the questions. Onward leads to the next one; once the check page was reached, straight back there.
 * Backward leads to the question before, or to the check page that one came from.
 */
export function useWay(visit: string, step: AskStep, form: HeldForm | undefined): Way {
  // Which question each entry of the browser's history shows, as far as one came through them here.
  const trail = useRef(new Map<number, AskStep>())
  trail.current.set(depth(), step)
  const cameFrom = trail.current.get(depth() - 1)
  const onward = async (): Promise<void> => {
    if (!form) return
    const reached = stepOf(textOf(form.values, 'at'))
    const next = reached === 'check' ? 'check' : after(step)
    if (askSteps.indexOf(next) > askSteps.indexOf(reached)) form.set('at', next)
    // Each answer is durable before the next question is asked.
    await form.keep()
    if (cameFrom === next) back('/visits')
    else go(addressOf(visit, next))
  }
  const backward = (): void => {
    const previous = before(step)
    if (!previous || cameFrom === previous || cameFrom === 'check') back('/visits')
    else replace(addressOf(visit, previous))
  }
  return { onward, backward }
}

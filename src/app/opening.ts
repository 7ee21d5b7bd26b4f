import type { Open } from '../db/notebook.ts'
import type { NotebookProblem } from '../db/problem.ts'
import { openHere } from './open-here.ts'

type Tell = (problem: NotebookProblem) => void

/** The notebook on its way: it is being opened while the texts are loaded, and the first picture waits for both. */
export type Opening = {
  readonly open: Promise<Open>
  /** Hears of all problems, also of those that came up before anybody could listen. */
  readonly listen: (tell: Tell) => void
}

/** Begins to open the notebook that this tab shows. */
export function beginOpening(): Opening {
  const early: NotebookProblem[] = []
  let tell: Tell = (problem) => void early.push(problem)
  const open = openHere((problem) => tell(problem))
  // A refusal can come before the texts are loaded, when the app does not wait for it yet: it stays in `open` until then.
  open.catch(() => undefined)
  return {
    open,
    listen(next) {
      tell = next
      early.splice(0).forEach(next)
    },
  }
}

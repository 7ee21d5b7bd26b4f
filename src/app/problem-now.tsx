import type { ComponentType, JSX } from 'preact'
import type { NotebookProblem } from '../db/problem.ts'
import { Lazy } from '../ui/lazy.tsx'
import { learn } from './i18n.ts'

type Props = { readonly problem: NotebookProblem; readonly onAgain: () => void }

/** The screen for problems with its words. Fetched after every start, so that it is at hand when nothing else is. */
export async function loadProblemScreen(): Promise<ComponentType<Props>> {
  const [module] = await Promise.all([import('./problem.tsx'), learn('ui'), learn('rest')])
  return module.ProblemScreen
}

/** What happened and what to do. */
export const ProblemNow = (props: Props): JSX.Element => <Lazy load={loadProblemScreen} props={props} />

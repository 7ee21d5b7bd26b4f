import { Component, type ComponentChildren, type JSX } from 'preact'
import { problemOf, type NotebookProblem } from '../db/problem.ts'
import { ProblemNow } from './problem-now.tsx'
import { startAgain } from './start-again.ts'

type Props = { children: ComponentChildren }
type State = { problem: NotebookProblem | undefined }

/** Catches what a screen throws and says in plain words what to do; another address tries again. */
export class Boundary extends Component<Props, State> {
  override state: State = { problem: undefined }

  static override getDerivedStateFromError(error: unknown): State {
    return { problem: problemOf(error) }
  }

  override componentDidCatch(error: unknown): void {
    // For whoever helps: the screen itself speaks to the person.
    reportError(error)
    window.addEventListener('hashchange', () => this.setState({ problem: undefined }), { once: true })
  }

  override render(): JSX.Element {
    const { problem } = this.state
    return problem ? <ProblemNow problem={problem} onAgain={startAgain} /> : <>{this.props.children}</>
  }
}

import { Component, type ComponentChildren, type JSX } from 'preact'
import { problemOf, type NotebookProblem } from '../db/problem.ts'
import { ProblemScreen } from './problem.tsx'

type Props = { path: string; children: ComponentChildren }
type State = { problem?: NotebookProblem; path?: string }

/** Catches what a screen throws and says in plain words what to do; another address tries again. */
export class Boundary extends Component<Props, State> {
  static override getDerivedStateFromError(error: unknown): State {
    return { problem: problemOf(error) }
  }

  override componentDidCatch(error: unknown): void {
    // For whoever helps: the screen itself speaks to the person.
    reportError(error)
  }

  override componentDidUpdate(before: Props): void {
    if (before.path !== this.props.path && this.state.problem) this.setState({ problem: undefined as never })
  }

  override render(): JSX.Element {
    const { problem } = this.state
    return problem ? <ProblemScreen problem={problem} /> : <>{this.props.children}</>
  }
}

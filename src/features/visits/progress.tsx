import type { JSX } from 'preact'
import { questions, type AskStep } from './questions.ts'

const arch = (from: number): string => `M${from} 6h56v36h-8V40a22 22 0 0 0-44 0v2h-4Z`
const width = 60

/** The bridge that grows by one arch with each question; the top line says the same in words. */
export function Progress({ step }: { step: AskStep }): JSX.Element {
  const all: readonly string[] = questions
  const here = step === 'check' ? all.length : all.indexOf(step)
  const waves = 'q7.5-5 15 0t15 0 15 0 15 0'.repeat(all.length)
  return (
    <svg class="progress" viewBox="0 0 300 54" aria-hidden="true">
      {all.map((question, at) => (
        <path
          key={question}
          class={at < here ? 'done' : at === here ? 'here' : 'later'}
          d={arch(2 + at * width)}
        />
      ))}
      <path class="stream" d={`M2 50${waves}`} />
    </svg>
  )
}

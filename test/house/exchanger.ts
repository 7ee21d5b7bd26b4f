import type { Call, Reply } from '../../src/sync/calls.ts'
import { syncProblemCodes, type SyncProblemCode } from '../../src/sync/problem.ts'
import { handVerbsTo } from '../../src/sync/verbs.ts'

type Answers = { [verb in Call['verb']]?: (...args: never[]) => unknown }

const isCode = (value: unknown): value is SyncProblemCode =>
  typeof value === 'string' && (syncProblemCodes as readonly string[]).includes(value)

class Exchanger extends EventTarget {
  answers: Answers = {}
  readonly asked: { verb: Call['verb']; args: readonly unknown[] }[] = []

  constructor(answers: Answers = {}) {
    super()
    this.answers = answers
    handVerbsTo(this)
  }

  postMessage({ call, verb, args }: Call): void {
    this.asked.push({ verb, args })
    const answer = this.answers[verb] as ((...given: readonly unknown[]) => unknown) | undefined
    void Promise.resolve(answer?.(...args)).then((value) => {
      const reply: Reply = isCode(value) ? { call, problem: value } : { call, value }
      this.dispatchEvent(new MessageEvent('message', { data: reply }))
    })
  }

  /** What a verb was asked with, the last time. */
  last(verb: Call['verb']): readonly unknown[] | undefined {
    return this.asked.filter((one) => one.verb === verb).at(-1)?.args
  }
}

/** Stands in for the exchange's worker: answers each verb as told. One that returns a problem's code refuses with it. */
export const exchangeThat = (answers: Answers = {}): Exchanger => new Exchanger(answers)

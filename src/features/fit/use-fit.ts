import { useEffect, useRef, useState } from 'preact/hooks'
import { script } from '../../ui/script.ts'
import type { Answer, Question } from './question.ts'

// Its address, and not a worker at once: the page's policy has to see it first.
const [address = ''] = Object.values(
  import.meta.glob<string>('./fit.worker.ts', { query: '?worker&url', import: 'default', eager: true }),
)

export type Fitting =
  | { readonly state: 'thinking' | 'failed'; readonly answer?: Answer }
  | { readonly state: 'done'; readonly answer: Answer }

/**
 * The answer to a question, worked out beside the screen; while a next one about the same town is worked out the last one stays.
 * `again` begins anew after a failure. Nothing is begun without a question.
 */
export function useFit(question: Question | undefined): { fitting: Fitting; again: () => void } {
  const [fitting, setFitting] = useState<Fitting>({ state: 'thinking' })
  const [turn, setTurn] = useState(0)
  const worker = useRef<Worker | undefined>(undefined)
  const asked = useRef(0)
  const latest = useRef(question)
  const isBusy = useRef(false)
  const about = useRef('')
  const key =
    question && JSON.stringify(question, (_, value: unknown) => (value === Infinity ? 'any' : value))
  const fail = (): void => {
    worker.current?.terminate()
    worker.current = undefined
    isBusy.current = false
    setFitting(({ answer }) => ({ state: 'failed', ...(answer ? { answer } : {}) }))
  }
  const begin = (): Worker => {
    const begun = new Worker(script(address), { type: 'module' })
    begun.addEventListener('error', fail)
    begun.addEventListener('message', ({ data: [number, answer] }: MessageEvent<[number, Answer?]>) => {
      isBusy.current = false
      if (number !== asked.current) ask()
      else if (answer) setFitting({ state: 'done', answer })
      else fail()
    })
    return begun
  }
  // One after the other: what is asked while somebody types or taps on is asked only if nothing newer comes meanwhile.
  const ask = (): void => {
    if (isBusy.current) return
    isBusy.current = true
    worker.current ??= begin()
    worker.current.postMessage([asked.current, latest.current], [])
  }
  useEffect(() => {
    if (!question) return
    latest.current = question
    asked.current += 1
    const town = JSON.stringify(question.town)
    const isSame = about.current === town
    about.current = town
    setFitting(({ answer }) => ({ state: 'thinking', ...(answer && isSame ? { answer } : {}) }))
    ask()
  }, [key, turn])
  useEffect(() => () => worker.current?.terminate(), [])
  return { fitting, again: () => setTurn(turn + 1) }
}

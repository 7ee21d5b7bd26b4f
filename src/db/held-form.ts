import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fields, Value } from '../shared/value.ts'
import { holdDraft } from './draft.ts'
import type { Form } from './form.ts'
import { commitHeld, keepHeld } from './held.ts'
import { useLive } from './live.ts'
import { useOpen } from './notebook.ts'
import { problemOf } from './problem.ts'
import type { Edit } from './save.ts'
import { sameValue } from './show.ts'
import { makeTurns } from './turns.ts'

export type HeldForm = Pick<Form, 'record' | 'values' | 'set' | 'state'> & {
  /** Makes durable at once what was answered so far. */
  readonly keep: () => Promise<void>
  /** The one way to commit it: saves the records that its answers make; durable when it resolves. */
  readonly commit: (editsOf: (answers: Fields) => readonly Edit[]) => Promise<void>
}

/** How far the draft may lag behind typing, in milliseconds; the promise is one second. */
const lag = 400

/**
 * A form over a new record that is asked for in several screens. Its answers are a held draft from the first one on:
 * leaving by any door keeps it, opening it again goes on with it, only `commit` makes a change of it. `initial` are the
 * values that it begins with, as they are at first. Undefined until it is loaded.
 */
export function useHeldForm(kind: string, record: string, initial: Fields = {}): HeldForm | undefined {
  const { notebook, onProblem } = useOpen()
  const [first] = useState(initial)
  const [inTurn] = useState(makeTurns)
  const [typed, setTyped] = useState<Fields>({})
  const [isWriting, setWriting] = useState(false)
  const unwritten = useRef<Fields>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const found = useLive(
    async () => ({ answers: (await notebook.tables.drafts.get(record))?.set }),
    [notebook, record],
  )
  const report = (error: unknown): void => onProblem(problemOf(error))

  const write = async (): Promise<void> => {
    clearTimeout(timer.current)
    const answers = unwritten.current
    if (Object.keys(answers).length === 0) return
    unwritten.current = {}
    try {
      await keepHeld(notebook, { record, kind, first }, answers)
    } catch (error) {
      // Shortened, it goes with the next attempt.
      unwritten.current = { ...answers, ...unwritten.current }
      throw error
    }
    if (Object.keys(unwritten.current).length === 0) setWriting(false)
  }
  const keep = (): Promise<void> => inTurn(write)
  const commit: HeldForm['commit'] = (editsOf) =>
    inTurn(async () => {
      await write()
      await commitHeld(notebook, record, editsOf)
    })

  const set = (field: string, value: Value): void => {
    unwritten.current = { ...unwritten.current, [field]: value }
    setTyped((before) => ({ ...before, [field]: value }))
    setWriting(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep().catch(report), lag)
  }

  // What the draft tells back needs no second place: from then on the field shows what another tab writes too.
  useEffect(() => {
    const waits = ([field, value]: [string, Value]): boolean =>
      field in unwritten.current || !sameValue(found?.answers?.[field], value)
    setTyped((before) => Object.fromEntries(Object.entries(before).filter(waits)))
  }, [found])

  useEffect(() => {
    const release = holdDraft(record)
    const leave = (): void => {
      if (document.visibilityState === 'hidden') keep().catch(report)
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
      keep().catch(report).finally(release)
    }
  }, [notebook, record])

  if (!found) return undefined
  const isBegun = found.answers !== undefined || Object.keys(typed).length > 0
  return {
    record,
    values: { ...(found.answers ?? first), ...typed },
    set,
    state: isWriting ? 'writing' : isBegun ? 'kept' : 'untouched',
    keep,
    commit,
  }
}

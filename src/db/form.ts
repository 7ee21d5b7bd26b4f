import { useEffect, useRef, useState } from 'preact/hooks'
import { newId } from '../shared/ids.ts'
import type { Fields, Value } from '../shared/value.ts'
import { commitForm, dropDraft, holdDraft, keepDraft, openForm, type Opened } from './draft.ts'
import { useOpen } from './notebook.ts'
import { problemOf } from './problem.ts'
import type { DraftRow } from './tables.ts'
import { makeTurns } from './turns.ts'
import { afterCommit, draftOf } from './typed.ts'

export type Form = {
  readonly record: string
  readonly isNew: boolean
  readonly values: Fields
  readonly set: (field: string, value: Value) => void
  /** 'kept': all that was typed so far outlives a killed tab. */
  readonly state: 'untouched' | 'writing' | 'kept'
  /** Makes one change of what was typed; durable when it resolves. Called by every way out of the form. */
  readonly commit: () => Promise<void>
}

/** How far the draft may lag behind typing, in milliseconds; the promise is one second. */
const lag = 400

/**
 * A form over one record: what is typed is written as a draft at once, and becomes one change when the form is left.
 * `initial` are the values that a new record begins with, as they are at first; alone they are never saved. Undefined
 * until it is loaded.
 */
export function useForm(kind: string, record: string, initial: Fields = {}): Form | undefined {
  const { notebook, onProblem } = useOpen()
  const [opened, setOpened] = useState<Opened>()
  const [typed, setTyped] = useState<Fields>({})
  const [state, setState] = useState<Form['state']>('untouched')
  const report = (error: unknown): void => onProblem(problemOf(error))
  const [first] = useState(initial)
  const draft = useRef(newId())
  const isKept = useRef(false)
  const [inTurn] = useState(makeTurns)
  const latest = useRef<{ typed: Fields; opened: Opened | undefined }>({ typed, opened })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const draftNow = (): DraftRow | undefined => {
    clearTimeout(timer.current)
    const { typed: now, opened: base } = latest.current
    const changed = base && draftOf(base, now, first)
    return changed && { id: draft.current, record, kind, ...changed }
  }

  const write = async (): Promise<void> => {
    const row = draftNow()
    if (row) await keepDraft(notebook, row)
    else if (isKept.current) await dropDraft(notebook, draft.current)
    isKept.current = Boolean(row)
  }

  // Without a draft in between: what is typed is made durable once, not twice.
  const commitNow = async (): Promise<void> => {
    const row = draftNow()
    const { opened: base } = latest.current
    if (!row || !base) return write()
    try {
      await commitForm(notebook, row)
    } catch (error) {
      // What cannot become a change stays a draft: nothing that was typed is lost.
      await keepDraft(notebook, row)
      isKept.current = true
      throw error
    }
    isKept.current = false
    const next = afterCommit(base, row.set)
    latest.current = { ...latest.current, opened: next }
    setOpened(next)
  }
  const tellKept = (): void => setState((before) => (before === 'untouched' ? before : 'kept'))
  // A form may stay open after it: then what it holds is kept, and its line says so.
  const commit = (): Promise<void> => inTurn(commitNow).then(tellKept)

  const set = (field: string, value: Value): void => {
    const next = { ...latest.current.typed, [field]: value }
    latest.current = { ...latest.current, typed: next }
    setTyped(next)
    setState('writing')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      inTurn(write).then(tellKept, report)
    }, lag)
  }

  useEffect(() => {
    const release = holdDraft(draft.current)
    openForm(notebook, record).then((found) => {
      latest.current = { ...latest.current, opened: found }
      setOpened(found)
    }, report)
    const leave = (): void => {
      if (document.visibilityState === 'hidden') commit().catch(report)
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
      commit().catch(report).finally(release)
    }
  }, [notebook, record])

  if (!opened) return undefined
  const start = opened.isNew ? first : opened.fields
  return { record, isNew: opened.isNew, values: { ...start, ...typed }, set, state, commit }
}

import { useEffect, useRef, useState } from 'preact/hooks'
import { newId } from '../shared/ids.ts'
import type { Fields, Value } from '../shared/value.ts'
import { commitDraft, dropDraft, holdDraft, keepDraft, openForm, type Opened } from './draft.ts'
import { useOpen } from './notebook.ts'
import { problemOf } from './problem.ts'

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

const same = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '')

/**
 * A form over one record: what is typed is written as a draft at once, and becomes one change when the form is left.
 * `initial` are the values that a new record begins with; alone they are never saved. Undefined until it is loaded.
 */
export function useForm(kind: string, record: string, initial: Fields = {}): Form | undefined {
  const { notebook, onProblem } = useOpen()
  const [opened, setOpened] = useState<Opened>()
  const [typed, setTyped] = useState<Fields>({})
  const [state, setState] = useState<Form['state']>('untouched')
  const report = (error: unknown): void => onProblem(problemOf(error))
  const draft = useRef(newId())
  const latest = useRef<{ typed: Fields; opened: Opened | undefined }>({ typed, opened })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const write = async (): Promise<void> => {
    clearTimeout(timer.current)
    const { typed: now, opened: base } = latest.current
    if (!base) return
    const start: Fields = base.isNew ? initial : base.fields
    const changed = Object.fromEntries(
      Object.entries(now).filter(([field, value]) => !same(value, start[field])),
    )
    if (Object.keys(changed).length === 0) return dropDraft(notebook, draft.current)
    const set = base.isNew ? { ...initial, ...changed } : changed
    await keepDraft(notebook, { id: draft.current, record, kind, set, over: base.over })
  }

  const commit = async (): Promise<void> => {
    await write()
    await commitDraft(notebook, draft.current)
    const again = await openForm(notebook, record)
    latest.current = { typed: latest.current.typed, opened: again }
    setOpened(again)
  }

  const set = (field: string, value: Value): void => {
    const next = { ...latest.current.typed, [field]: value }
    latest.current = { ...latest.current, typed: next }
    setTyped(next)
    setState('writing')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      write().then(() => setState('kept'), report)
    }, lag)
  }

  useEffect(() => {
    const release = holdDraft(draft.current)
    openForm(notebook, record).then((found) => {
      latest.current = { ...latest.current, opened: found }
      setOpened(found)
    }, report)
    const leave = (): void => {
      if (document.visibilityState === 'hidden') commit().then(() => setState('kept'), report)
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
  const start = opened.isNew ? initial : opened.fields
  return { record, isNew: opened.isNew, values: { ...start, ...typed }, set, state, commit }
}

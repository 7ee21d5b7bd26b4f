import { useEffect, useRef, useState } from 'preact/hooks'
import { keepSettings, readSettings, type Settings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'

export type KeptSettings = {
  readonly values: Settings
  readonly set: (name: keyof Settings, value: string) => void
  /** 'kept': all that was typed so far outlives a killed tab. */
  readonly state: 'untouched' | 'writing' | 'kept'
  /** Keeps what was typed at once; durable when it resolves. */
  readonly flush: () => Promise<void>
}

/** How far keeping may lag behind typing, in milliseconds; the promise is one second. */
const lag = 400

/** This device's settings for typing into: kept while one types, and by any way out. Undefined until they are loaded. */
export function useKeptSettings(): KeptSettings | undefined {
  const { device, onProblem } = useOpen()
  const [values, setValues] = useState<Settings>()
  const [state, setState] = useState<KeptSettings['state']>('untouched')
  const unkept = useRef<Partial<Record<keyof Settings, string>>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const report = (error: unknown): void => onProblem(problemOf(error))

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current)
    const typed = Object.entries(unkept.current).map(([name, value]) => [name, value.trim()])
    if (typed.length === 0) return
    unkept.current = {}
    await keepSettings(device, Object.fromEntries(typed) as Partial<Settings>)
    // Typing may have gone on meanwhile: then the next flush may say it.
    if (Object.keys(unkept.current).length === 0) setState('kept')
  }

  const set = (name: keyof Settings, value: string): void => {
    unkept.current = { ...unkept.current, [name]: value }
    setValues((shown) => shown && { ...shown, [name]: value })
    setState('writing')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush().catch(report), lag)
  }

  useEffect(() => {
    readSettings(device).then(setValues, report)
    const leave = (): void => {
      if (document.visibilityState === 'hidden') flush().catch(report)
    }
    const unload = (): void => void flush().catch(report)
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', unload)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', unload)
      unload()
    }
  }, [device])

  return values && { values, set, state, flush }
}

import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { isPractice } from '../../db/tables.ts'
import { readInfo } from '../../db/register/info.ts'
import { registerOf } from '../../db/register/open.ts'
import type { Register, RegisterInfo } from '../../db/register/tables.ts'
import { codeOf, takeRegister } from '../../sync/verbs.ts'

type Code = ReturnType<typeof codeOf>

export type OnHand = {
  readonly register: Register
  readonly info: RegisterInfo
  /** Whether it is being brought up to date just now, and why that failed. */
  readonly isTaking: boolean
  readonly problem: Code | undefined
}

/** To practise there are made-up entries, and nothing is asked of anybody. */
async function bringUpToDate(register: Register, isMadeUp: boolean): Promise<void> {
  if (!isMadeUp) return takeRegister()
  const { makeUp } = await import('./made-up.ts')
  await makeUp(register)
}

/** The register on this device, brought up to date when a screen of it is opened; undefined until it can be shown. */
export function useRegister(): OnHand | undefined {
  const notebook = useNotebook()
  const register = registerOf(notebook)
  const [isTaking, setTaking] = useState(true)
  const [problem, setProblem] = useState<Code>()
  const info = useLive(() => readInfo(register), [register])
  useEffect(() => {
    let isGone = false
    const end = (code?: Code): void => {
      if (isGone) return
      setTaking(false)
      setProblem(code)
    }
    bringUpToDate(register, isPractice(notebook)).then(
      () => end(),
      (reason: unknown) => end(codeOf(reason)),
    )
    return () => {
      isGone = true
    }
  }, [register])
  return info && { register, info, isTaking, problem }
}

import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { readSafety, type Safety } from '../../sync/status.ts'

/** A transfer that was cut off tells nobody: while one is shown it is looked at again every so many milliseconds. */
const lookAgain = 5000

/** How safe everything is, again with every change, also of the day. Undefined until it is known. */
export function useSafety(): Safety | undefined {
  const notebook = useNotebook()
  const [look, setLook] = useState(0)
  const safety = useLive(() => readSafety(notebook), [notebook, look])
  const isMoving = safety?.moving !== undefined
  useEffect(() => {
    const again = (): void => setLook((before) => before + 1)
    const timer = isMoving ? setInterval(again, lookAgain) : undefined
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [isMoving])
  return safety
}

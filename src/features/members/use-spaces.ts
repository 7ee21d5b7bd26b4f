import { useEffect, useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { listSpaces, type Space } from '../../db/spaces.ts'

/** The notebooks on this device; undefined until they were looked into. */
export function useSpaces(): readonly Space[] | undefined {
  const open = useOpen()
  const [spaces, setSpaces] = useState<readonly Space[]>()
  useEffect(() => {
    listSpaces(open).then(setSpaces, (error: unknown) => open.onProblem(problemOf(error)))
  }, [])
  return spaces
}

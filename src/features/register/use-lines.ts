import { useEffect, useState } from 'preact/hooks'
import { readLines } from '../../db/register/find.ts'
import type { Lines } from '../../db/register/lines.ts'
import { useLive } from '../../db/live.ts'
import type { Register } from '../../db/register/tables.ts'

/** Milliseconds: what was published last stands there first. */
const later = 300

/** By what the register is searched, read once the first list is painted; undefined until then. */
export function useLines(register: Register): Lines | undefined {
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), later)
    return () => clearTimeout(timer)
  }, [])
  return useLive(async () => (isTime ? readLines(register) : undefined), [register, isTime])
}

import { readFileSync } from 'node:fs'

/** Ticks a second in which Linux counts, on every machine that Node runs on. */
const ticks = 100
/** Where the times of a process in its own and in the system's code stand, behind its name. */
const [userAt, systemAt] = [11, 12]

/**
 * Seconds that a process has worked, whatever else the machine did meanwhile; 0 for one that is gone, and where the system doesn't
 * say: there only waiting counts.
 */
export function workOf(pid: number): number {
  let line: string
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return 0
    throw error
  }
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[userAt]) + Number(fields[systemAt])) / ticks
}

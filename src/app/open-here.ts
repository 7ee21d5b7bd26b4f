import { Device, readSettings } from '../db/device.ts'
import type { Open } from '../db/notebook.ts'
import { openNotebook, type Surroundings } from '../db/open.ts'
import { NotebookProblem, problemOf } from '../db/problem.ts'
import { isPractising } from '../ui/practising.ts'
import { replace } from '../ui/route.ts'

async function openPracticeHere(device: Device, surroundings: Surroundings): Promise<Open['notebook']> {
  const { openPractice } = await import('../db/practice.ts')
  // Its settings hold while practising too; its keys and its list of notebooks are left alone.
  await device.open().catch((error: unknown) => {
    throw problemOf(error)
  })
  return openPractice(surroundings)
}

/** Opens the notebook that this tab shows: this device's own, or the practice notebook. */
export async function openHere(onProblem: (problem: NotebookProblem) => void): Promise<Open> {
  const device = new Device()
  const surroundings: Surroundings = {
    now: Date.now,
    storage: localStorage,
    onBlocked: () => onProblem(new NotebookProblem('blocked')),
    onNewerVersion: () => location.reload(),
  }
  const notebook = await (isPractising()
    ? openPracticeHere(device, surroundings)
    : openNotebook(device, surroundings))
  // Whoever comes with an invitation is asked the first questions there.
  const isInvited = location.hash.startsWith('#/join')
  if (!isInvited && !(await readSettings(device)).welcomed) replace('/welcome')
  return { notebook, device, onProblem }
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Device } from './device.ts'
import type { NotebookProblem } from './problem.ts'
import type { Notebook } from './tables.ts'

/** The notebook that is open, and the settings of this device. */
export type Open = {
  readonly notebook: Notebook
  readonly device: Device
  /** Shows a problem that came up where no screen is left to show it. */
  readonly onProblem: (problem: NotebookProblem) => void
}

export const OpenContext = createContext<Open | undefined>(undefined)

/** All of the above, for screens under an open notebook. */
export function useOpen(): Open {
  const open = useContext(OpenContext)
  if (!open) throw new Error('a screen that needs a notebook was shown without one')
  return open
}

/** The open notebook, for the verbs of this folder. */
export const useNotebook = (): Notebook => useOpen().notebook

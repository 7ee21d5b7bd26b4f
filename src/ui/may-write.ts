import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Whether something may be written in the notebook that is open; the app says so. */
export const MayWriteContext = createContext(true)

/** False for whoever may only read: then nothing is offered that adds, changes, ticks or deletes. */
export const useMayWrite = (): boolean => useContext(MayWriteContext)

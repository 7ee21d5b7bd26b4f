import { isPractice, type Notebook } from '../tables.ts'
import { Register } from './tables.ts'

const opened = new Map<string, Register>()

function registerCalled(name: string): Register {
  const known = opened.get(name) ?? new Register(name)
  opened.set(name, known)
  return known
}

/** The register on this device, whichever notebook is open. */
export const registerHere = (): Register => registerCalled('ponte-register')

/** The one that a notebook's screens show: to practise, made-up entries of its own. */
export const registerOf = (notebook: Notebook): Register =>
  isPractice(notebook) ? registerCalled('ponte-register-practice') : registerHere()

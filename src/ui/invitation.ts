import { digitsIn } from '../shared/slip-digits.ts'
import { replace } from './route.ts'

// In sessionStorage: an invitation outlives a reload of this tab, but not the tab.
const key = 'ponte-invitation'

/** The invitation that this tab was opened with, or ''. Its digits don't stay in the address bar. */
export function takeInvitation(): string {
  if (/^#\/join\/./.test(location.hash)) {
    sessionStorage.setItem(key, digitsIn(location.hash))
    replace('/join')
  }
  return sessionStorage.getItem(key) ?? ''
}

/** Keeps what was typed or scanned as if the tab had been opened with it; '' for none. */
export function keepInvitation(digits: string): void {
  if (digits) sessionStorage.setItem(key, digits)
  else sessionStorage.removeItem(key)
}

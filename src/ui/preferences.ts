import type { Language } from '../shared/language.ts'

// In localStorage, not in the database: `before-paint.js` reads them before the first pixel.

export const sizes = ['normal', 'large', 'xlarge'] as const
export const themes = ['light', 'dark', 'contrast'] as const

export type Preferences = {
  readonly language: Language
  readonly size: (typeof sizes)[number]
  readonly theme: (typeof themes)[number]
}

const keyOf = (name: keyof Preferences): string => `ponte-${name}`

/** What was chosen on this device, or undefined. */
export function readPreference<K extends keyof Preferences>(name: K): Preferences[K] | undefined {
  return (localStorage.getItem(keyOf(name)) ?? undefined) as Preferences[K] | undefined
}

/** Remembers a choice and shows it at once, without loading anything anew. */
export function prefer<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  localStorage.setItem(keyOf(name), value)
  if (name === 'language') document.documentElement.lang = value
  else document.documentElement.dataset[name] = value
}

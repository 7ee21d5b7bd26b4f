import type { TextKey } from './text.ts'

type ThisDevice = 'tablet' | 'phone' | 'computer'

/** What people call what they hold: fingers and the shorter side of the screen tell. */
export function thisDevice(screen: { width: number; height: number }, touchPoints: number): ThisDevice {
  if (touchPoints === 0) return 'computer'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}

const savedKeys: { readonly [device in ThisDevice]: TextKey } = {
  tablet: 'ui.savedTablet',
  phone: 'ui.savedPhone',
  computer: 'ui.savedComputer',
}

/** "Saved on this tablet", or phone, or computer. */
export const savedHereKey = (): TextKey => savedKeys[thisDevice(window.screen, navigator.maxTouchPoints)]

import type { TextKey } from './text.ts'

/** What a link between two towns is. */
export const linkTypeKeys = {
  partnership: 'ui.link.type.partnership',
  friendship: 'ui.link.type.friendship',
  contact: 'ui.link.type.contact',
  project: 'ui.link.type.project',
  sponsorship: 'ui.link.type.sponsorship',
  ring: 'ui.link.type.ring',
  other: 'ui.link.type.other',
} as const satisfies { readonly [type: string]: TextKey }

/** How it stands. */
export const linkStateKeys = {
  preparing: 'ui.link.state.preparing',
  active: 'ui.link.state.active',
  resting: 'ui.link.state.resting',
  ended: 'ui.link.state.ended',
} as const satisfies { readonly [state: string]: TextKey }

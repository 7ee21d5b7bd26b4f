import type { Use } from '../shared/uses.ts'
import type { TextKey } from './text.ts'

/** What each use of a photo is called. */
export const wordsOfUse: { readonly [use in Use]: TextKey } = {
  web: 'ui.use.web',
  social: 'ui.use.social',
  print: 'ui.use.print',
  message: 'ui.use.message',
}

import { readFileSync } from 'node:fs'

/** All sizes and colours there are, as they are written. */
export const tokens = ['tokens', 'light', 'dark', 'contrast']
  .map((name) => readFileSync(`src/ui/look/${name}.css`, 'utf8'))
  .join('\n')

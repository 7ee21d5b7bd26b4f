import { loadAnew } from './anew.ts'
import { rememberPractising } from './practising.ts'

/** Goes over to the practice notebook, or back to the real one, at `path`. */
export const practise = (on: boolean, path = '/'): Promise<void> =>
  loadAnew(path, () => rememberPractising(on))

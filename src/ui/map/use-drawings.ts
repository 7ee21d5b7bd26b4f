import type { MapDrawings } from '../../shared/flat-map.ts'
import { useContent } from '../content.ts'
import { useText } from '../text.ts'

const load = (): Promise<MapDrawings> => import('virtual:map').then(({ map }) => map)

/** The drawings, which come with the first map that is shown; undefined until they are there. */
export const useDrawings = (): MapDrawings | undefined => useContent(useText().language, load)

import type { MapDrawings } from '../../shared/flat-map.ts'
import { useContent } from '../content.ts'
import { useText } from '../text.ts'

let here: MapDrawings | undefined

const load = (): Promise<MapDrawings> => import('virtual:map').then(({ map }) => (here = map))

/** The drawings, which come with the first map that is shown and are there at once for the next; undefined until then. */
export function useDrawings(): MapDrawings | undefined {
  const found = useContent(useText().language, load)
  return here ?? found
}

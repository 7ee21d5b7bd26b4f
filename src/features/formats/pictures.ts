import type { PictureName } from '../../ui/pictures.ts'
import type { FormatId } from './needs.ts'

/** The picture of each format. */
export const pictures: { readonly [format in FormatId]: PictureName } = {
  stammtisch: 'stammtisch',
  kochen: 'cooking',
  onlinedinner: 'video',
  stadtfuehrung: 'panorama',
  tandem: 'coffee',
  briefe: 'door-notes',
  quiz: 'group',
  festakt: 'festival',
  festwoche: 'choir',
  foto: 'whitby',
  gaming: 'people',
  chor: 'choir',
  lesekreis: 'coffee',
  ideenboerse: 'door-ideas',
  fachgespraech: 'people',
  hackathon: 'group',
  rallye: 'sopron',
  empfang: 'winter',
  gruesse: 'video',
  steckbrief: 'door-report',
  sprechstunde: 'door-help',
  jahrestreffen: 'door-list',
}

import type { FormatId } from './needs.ts'

/** The pages that tell how a format worked elsewhere, by its id. */
export const sources: { readonly [format in FormatId]: readonly string[] } = {
  stammtisch: ['https://wuenet.org/corona-fordert-uns-heraus-einsamkeit-vermeiden/'],
  kochen: [
    'https://www.jumelage.eu/de/aktionsbereiche/detailansicht/digitalisierungsschub-in-der-jumelage-arbeit.html',
    'https://www.waldbronn.de/de/Gemeinde/Aktuelles/Gemeindenachrichten/',
    'https://www.dfev-gauting.de/tag/handball/',
  ],
  onlinedinner: [
    'https://www.kamen-web.de/index.php/nachrichten/23660',
    'https://www.staedtetag.de/themen/deutsch-franzoesischer-buergerfonds-2020',
  ],
  stadtfuehrung: [
    'https://frizz-wuerzburg.de/rubriken/allerlei/videos-partnerstaedte',
    'https://www.jumelage.eu/de/aktionsbereiche/detailansicht/fruchtbarer-austausch-zur-zukunft-der-kommunalpartnerschaften-in-unterfranken.html',
  ],
  tandem: [
    'https://mittelhessen.app/p/redaktionschwbischhall/',
    'https://www.erfurt.de/ef/de/service/aktuelles/pm/2021/138547.html',
  ],
  briefe: ['https://szeitung.gymb.eu/2021/12/09/briefe-ins-unbekannte/'],
  quiz: [
    'https://www.morgenweb.de/schwetzinger-zeitung_artikel,-hockenheim-saechsisches-vom-quiz-bis-zu-karl-may-_arid,1696617.html',
    'https://school-education.ec.europa.eu/en/teach/project-kits/easy-etwinning-beginners',
  ],
  festakt: [
    'https://www.taunus-nachrichten.de/steinbach/',
    'https://www.muensterschezeitung.de/Lokales/Staedte/Saerbeck/4372451',
  ],
  festwoche: [
    'https://www.morgenweb.de/schwetzinger-zeitung_artikel,-hockenheim-saechsisches-vom-quiz-bis-zu-karl-may-_arid,1696617.html',
  ],
  foto: ['https://www.swp.de/suedwesten/staedte/heidenheim/', 'https://www.hna.de/lokales/goettingen/'],
  gaming: [
    'https://www.freudenstadt.de/esport',
    'https://lemgo.app/international-ueber-virtuelle-rennstrecken',
  ],
  chor: [
    'https://www.tagesspiegel.de/kultur/deutsches-chorfest-2020-ein-virtueller-chor-bringt-die-menschen-zusammen/25794334.html',
    'https://www.stuttgart.de/item/show/694298/1',
  ],
  lesekreis: [
    'https://dokdoc.eu/dokdocblog/3475/digitaler-buchclub/',
    'https://bibo-dresden.de/de/aktuelles/2024/20240923_Lire_notre_monde_Lesebotschafter.php',
  ],
  ideenboerse: [
    'https://www.jumelage.eu/de/aktionsbereiche/detailansicht/fruchtbarer-austausch-zur-zukunft-der-kommunalpartnerschaften-in-unterfranken.html',
    'https://www.buergerfonds.eu/idee-zum-projekt',
  ],
  fachgespraech: [
    'https://www.fnweb.de/orte/wertheim_artikel,-wertheim-vertreter-trafen-sich-zu-digitalem-austausch-_arid,1892324.html',
    'https://berlin.de/ba-friedrichshain-kreuzberg/aktuelles/bezirksticker/2024/jahresauftakttreffen-staedtepartnerschaftsvereine-1428077.php',
  ],
  hackathon: [
    'https://gobeta.de/news/how-to-hackathon-hack-leitfaden-von-code-for-germany/',
    'https://www.codeformuenster.org/blog/2023/09/10/muensterhack-civictech/',
  ],
  rallye: [
    'https://staedtepartnerschaftennrw.org/workshop-digital-international/',
    'https://www.volksfreund.de/region/bitburg-pruem/spielerisch-die-welt-entdecken_aid-44778343',
  ],
  empfang: [
    'https://www.jumelage.eu/de/aktionsbereiche/detailansicht/premiere-gelungene-virtuelle-weihnachtsfeier-mit-staedtepartnern-aus-frankreich-polen-und-deutschlan.html',
  ],
  gruesse: [
    'https://www.dortmund.de/newsroom/',
    'http://www.wz.de/lokales/duesseldorf/dank-postcrossing-500-karten-fuer-duesseldorf-und-seine-partner-1.2713540',
  ],
  steckbrief: [
    'https://staedtepartnerschaftennrw.org/workshop-digital-international/',
    'http://fere-wertingen.de/?page_id=2237',
  ],
  sprechstunde: [],
  jahrestreffen: [
    'https://berlin.de/ba-friedrichshain-kreuzberg/aktuelles/bezirksticker/2024/jahresauftakttreffen-staedtepartnerschaftsvereine-1428077.php',
    'https://stadt-muenster.de/international/staedtebeziehungen',
  ],
}

import { keepPage } from '../../db/register/keep.ts'
import type { Register } from '../../db/register/tables.ts'
import { addDays } from '../../shared/day-count.ts'
import type { FeedItem } from '../../shared/register/feed.ts'
import type { Common, Contents, PublicTown } from '../../shared/register/content.ts'
import type { EntryType } from '../../shared/register/words.ts'
import { today } from '../../ui/dates.ts'

// To practise: towns and associations that nobody has, so that nobody is taken at their word.

const town = (name: string, country: string): PublicTown => ({
  name,
  country,
  lat: null,
  lon: null,
  place: '',
  population: null,
})

const common: Common = {
  association: 'Partnerschaftsverein Altenbrück',
  title: '',
  language: 'de',
  text: { de: '', en: '', hu: '', pl: '' },
  towns: [],
  themes: [],
  seeksPartners: false,
  contact: { mail: 'verein@altenbrueck.example', web: '', phone: '' },
}

const partnership: Contents['partnership'] = {
  ...common,
  title: 'Altenbrück – Nowy Most',
  text: {
    de: 'Chöre, Schulen und die Feuerwehr besuchen sich jedes Jahr.',
    en: 'Choirs, schools and the fire brigade visit each other every year.',
    hu: 'Kórusok, iskolák és a tűzoltóság minden évben ellátogatnak egymáshoz.',
    pl: 'Chóry, szkoły i\u00A0straż pożarna odwiedzają się co roku.',
  },
  towns: [town('Altenbrück', 'DE'), town('Nowy Most', 'PL')],
  themes: ['choir', 'school', 'fireBrigade'],
  kind: 'partnership',
  status: 'active',
  dates: [{ on: '1991-05-17', what: 'signed', place: 'Altenbrück' }],
}

const festival = (day: string): Contents['event'] => ({
  ...common,
  association: 'Exampleton Twinning Association',
  title: 'Bridge festival',
  language: 'en',
  text: {
    de: 'Musik, Kuchen und Gäste aus drei Städten. Alle sind willkommen.',
    en: 'Music, cake and guests from three towns. All are welcome.',
    hu: 'Zene, sütemény és vendégek három városból. Mindenkit szívesen látunk.',
    pl: 'Muzyka, ciasta i\u00A0goście z\u00A0trzech miast. Zapraszamy wszystkich.',
  },
  towns: [town('Exampleton', 'GB')],
  themes: ['music', 'cuisine'],
  contact: { ...common.contact, mail: 'hello@exampleton.example' },
  date: addDays(day, 40),
  until: '',
  time: '14:00',
  zone: 'Europe/London',
  place: 'Market square',
  online: false,
  link: '',
})

const idea: Contents['idea'] = {
  ...common,
  association: 'Hídvásár Baráti Köre',
  title: 'Kochen über das Internet',
  text: {
    de: 'Zwei Küchen, ein Rezept, ein Abend vor der Kamera.',
    en: 'Two kitchens, one recipe, one evening in front of the camera.',
    hu: 'Két konyha, egy recept, egy este a kamera előtt.',
    pl: 'Dwie kuchnie, jeden przepis, jeden wieczór przed kamerą.',
  },
  towns: [town('Hídvásár', 'HU')],
  themes: ['cuisine', 'digital'],
  seeksPartners: true,
  contact: { ...common.contact, mail: 'kor@hidvasar.example' },
}

const advice: Contents['advice'] = {
  ...common,
  title: 'Wie findet man Gastfamilien?',
  text: {
    de: 'Wir finden kaum noch Familien für Jugendliche. Was hat bei Ihnen geholfen?',
    en: 'We hardly find families for young people any more. What helped where you are?',
    hu: 'Alig találunk családot a fiataloknak. Önöknél mi segített?',
    pl: 'Coraz trudniej znaleźć rodziny dla młodzieży. Co pomogło u\u00A0Państwa?',
  },
  towns: [town('Altenbrück', 'DE')],
  themes: ['youth', 'families'],
}

/** Puts a few made-up entries into the register of the practice notebook, which is asked of nobody. */
export async function makeUp(register: Register): Promise<void> {
  const now = Date.now()
  const entries: { readonly type: EntryType; readonly content: Contents[EntryType] }[] = [
    { type: 'partnership', content: partnership },
    { type: 'event', content: festival(today(new Date(now))) },
    { type: 'idea', content: idea },
    { type: 'advice', content: advice },
  ]
  const items = entries.map(({ type, content }, at) => {
    const id = String(at + 1).repeat(32)
    const statement = { entry: id, publisher: id, device: id, type, revision: 1, content }
    return { state: 'published', n: at + 1, at: now, signature: '', key: '', statement } as FeedItem
  })
  await keepPage(register, { items, restart: true }, { takenAt: now })
}

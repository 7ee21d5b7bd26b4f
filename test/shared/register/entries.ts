import type { Common, Contents } from '../../../src/shared/register/content.ts'
import type { EntryType } from '../../../src/shared/register/words.ts'

const noTexts = { de: '', en: '', hu: '', pl: '' }

/** What every made-up entry says, unless told otherwise. */
export const common: Common = {
  association: 'Partnerschaftsverein Lüdenscheid',
  title: 'Lüdenscheid und Myślenice',
  language: 'de',
  text: { ...noTexts, de: 'Seit Jahren besuchen wir uns.', pl: 'Odwiedzamy się od lat.' },
  towns: [
    { name: 'Lüdenscheid', country: 'DE', lat: 51.22, lon: 7.63, place: '2875392', population: 72_000 },
    { name: 'Myślenice', country: 'PL', lat: 49.83, lon: 19.94, place: '', population: null },
  ],
  themes: ['youth', 'choir'],
  seeksPartners: false,
  contact: { mail: 'post@verein.example.org', web: 'https://verein.example.org/', phone: '+49 2351 123-0' },
}

/** One content of each type. */
export const contents: Contents = {
  partnership: {
    ...common,
    kind: 'partnership',
    status: 'active',
    dates: [{ on: '1996-05', what: 'signed', place: 'Myślenice' }],
  },
  project: { ...common, status: 'running', dates: [{ on: '2026', what: 'begun', place: '' }] },
  event: {
    ...common,
    date: '2027-05-09',
    until: '',
    time: '15:00',
    zone: 'Europe/Berlin',
    place: 'Rathaus',
    online: false,
    link: '',
  },
  idea: common,
  experience: { ...common, withWhom: 'Chor Hejnał', again: { ...noTexts, de: 'Zwei Proben mehr.' } },
  advice: { ...common, title: 'Wer hat Erfahrung mit Jugendlichen?' },
}

/** The contents one after another, with their types. */
export const contentOf = <T extends EntryType>(type: T, other: Partial<Contents[T]> = {}): Contents[T] => ({
  ...contents[type],
  ...other,
})

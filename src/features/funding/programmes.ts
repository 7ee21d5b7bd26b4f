import type { Language } from '../../shared/language.ts'

/** What is the same in every language. The words lie in locales/content, one file a language, under the same id. */
export type Programme = {
  readonly id: string
  /** The funder's own page, which knows better than any card. */
  readonly link: string
  /** When the card's facts were true, as exactly as the source says: '2025-12' or '2024'. */
  readonly asOf: string
}

export type ProgrammeWords = {
  readonly name: string
  readonly forWhom: string
  /** A printed fact: it is shown as it stands, and nothing is worked out from it. */
  readonly gives: string
  readonly decides: string
  readonly lookAt: readonly string[]
}

export type Words = { readonly [id: string]: ProgrammeWords }

/** The programmes, those for associations and towns first, then those for young people and schools. */
export const programmes: readonly Programme[] = [
  {
    id: 'cerv',
    link: 'https://www.eacea.ec.europa.eu/grants/2021-2027/citizens-equality-rights-and-values-cerv_en',
    asOf: '2024',
  },
  { id: 'citizens-fund', link: 'https://www.buergerfonds.eu', asOf: '2026-11' },
  { id: 'europe-cheques', link: 'https://mbeim.nrw/europa-schecks', asOf: '2025-12' },
  {
    id: 'small-projects',
    link: 'https://skew.engagement-global.de/kleinprojektefonds.html',
    asOf: '2024-10',
  },
  { id: 'ortak', link: 'https://skew.engagement-global.de', asOf: '2023' },
  { id: 'visegrad', link: 'https://www.visegradfund.org', asOf: '2023' },
  { id: 'toepfer', link: 'https://toepfer-stiftung.de/de/foerderbedingungen', asOf: '2026-11' },
  { id: 'german-polish-youth', link: 'https://dpjw.org', asOf: '2026-11' },
  { id: 'franco-german-youth', link: 'https://www.dfjw.org', asOf: '2026-11' },
  { id: 'uk-german', link: 'https://ukgermanconnection.org', asOf: '2026-11' },
  {
    id: 'german-turkish-youth',
    link: 'https://www.jugendbruecke.de/forderprogramme/kleine-projektforderung',
    asOf: '2026-11',
  },
  { id: 'schools', link: 'https://www.kmk-pad.org', asOf: '2026-11' },
]

const files = import.meta.glob<Words>('/locales/content/*/funding.json', { import: 'default' })

/** The words of all programmes in a language. */
export function loadWords(language: Language): Promise<Words> {
  const load = files[`/locales/content/${language}/funding.json`]
  if (!load) throw new Error(`no funding programmes in ${language}`)
  return load()
}

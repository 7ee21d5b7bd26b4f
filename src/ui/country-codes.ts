import { fold } from '../shared/fold.ts'
import type { Language } from '../shared/language.ts'
import type { Pick } from './picker.tsx'

/** Those that one needs most; the others follow by their names. */
const usual = ['DE', 'PL', 'HU', 'GB', 'FR', 'TR']

const others =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM GA GD GE GH GL GM GN GQ GR GT GW GY HN HR HT ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  )

/** A country's name in the reader's language; what is no code is shown as it is. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

const most = 8

/** The countries in whose names a word begins as typed, or the usual ones, as picks whose ids are ISO 3166-1 codes. */
export function findCountryCodes(query: string, language: Language): Pick[] {
  const typed = fold(query).trim()
  const named = (code: string): Pick => ({ id: code, label: countryName(code, language) })
  if (!typed) return usual.map(named)
  const rest = others.map(named).sort((a, b) => a.label.localeCompare(b.label, language))
  return [...usual.map(named), ...rest]
    .filter(({ label }) => ` ${fold(label)}`.includes(` ${typed}`))
    .slice(0, most)
}

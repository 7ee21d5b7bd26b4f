import { languages } from './locales.ts'
import type { Language, Locales } from './locales.ts'

interface Ban {
  pattern: RegExp
  reason: string
}

const machine = 'says how the machine works, or blames'
/** What never stands on a screen, by language. */
const bans: Record<Language, Ban[]> = {
  de: [
    {
      pattern: /ungültig|fehler|server|sync|cloud|cache|hochl[aä]d|hochgeladen|(?<!\p{L})ups(?!\p{L})/iu,
      reason: machine,
    },
    {
      pattern: /(?<!\p{L})(du|dich|dir|dein\p{L}*|euch|euer|eur(e|en|em|er|es))(?!\p{L})/iu,
      reason: 'says du',
    },
    { pattern: /[*:_/][Ii]n(nen)?(?!\p{L})|\p{Ll}I(n|nnen)(?!\p{L})/u, reason: 'is read aloud badly' },
  ],
  en: [
    {
      pattern: /(?<!\p{L})(errors?|servers?|sync\p{L}*|clouds?|cache\p{L}*|upload\p{L}*)(?!\p{L})/iu,
      reason: machine,
    },
    { pattern: /(?<!\p{L})(please|sorry|oops|valid|invalid)(?!\p{L})/iu, reason: machine },
    { pattern: /(?<!\p{L})(e\.g|i\.e|etc)(?!\p{L})/iu, reason: 'is Latin' },
  ],
  pl: [
    { pattern: /serwer|chmur|synchroniz|bł[ąę]d/iu, reason: machine },
    {
      pattern: /\p{L}ł[ae]ś(?!\p{L})|(?<!\p{L})(ty|tobie|ciebie|tw(ój|oj\p{L}*))(?!\p{L})/iu,
      reason: 'says ty',
    },
    { pattern: /ł(\(a\)|\/)/u, reason: 'asks whether a man or a woman' },
  ],
  hu: [
    { pattern: /szerver|felhő|szinkroniz|hib[aá]/iu, reason: machine },
    { pattern: /(?<!\p{L})(te|téged|neked|veled|nálad|tőled|rólad|ti[eé]d)(?!\p{L})/iu, reason: 'says te' },
    { pattern: /(?<!\p{L})Maga(?!\p{L})/u, reason: 'is rude' },
  ],
}

/** Words that are the same in two languages. */
const shared = new Set(
  `app computer csv delegation deutsch dokument e-mail english europa firma format hotel ics internet kontakt link magyar museum name normal paris pdf person polski post
  ponte program projekt qr sport start status tablet telefon text`.split(/\s+/),
)

const oneLetter = /(?<![\p{L}\p{N}{])[wziouaWZIOUA][ \n](?=\S)/u
const unit = /(?:\d|\}\}) (?:GB|MB|kB|km|m|%|Uhr|min|h|°C|€|zł|Ft)(?!\p{L})/u
const straight = /["'`´]/
/** Well-made quotations of a language, and the marks that may stand nowhere else. */
const quotes: Record<Language, { whole: RegExp; stray: RegExp }> = {
  de: { whole: /„[^„“”]*“/g, stray: /[„“”«»]/ },
  en: { whole: /‘[^‘]*’/g, stray: /[„“”‘«»]/ },
  pl: { whole: /„[^„“”]*”/g, stray: /[„“”‘]/ },
  hu: { whole: /„[^„“”]*”/g, stray: /[„“”‘]/ },
}

/** The sentences that `judge` finds wrong, each told with its language, its key and why. */
function each(locales: Locales, judge: (text: string, language: Language) => string[]): string[] {
  return languages.flatMap((language) =>
    Object.entries(locales[language]).flatMap(([name, text]) =>
      judge(text.replaceAll(/\{\{[^}]*\}\}/g, '{{}}'), language).map(
        (reason) => `${language} ${name} ${reason}: ${text}`,
      ),
    ),
  )
}

/** Texts with a word that never stands on a screen. */
export function bannedWords(locales: Locales): string[] {
  return each(locales, (text, language) =>
    bans[language]
      .filter((ban) => ban.pattern.test(text))
      .map((ban) => `has “${ban.pattern.exec(text)?.[0] ?? ''}”, which ${ban.reason}`),
  )
}

/** Texts that are the same in two languages, but for the few words that are. */
export function untranslated(locales: Locales): string[] {
  return languages.flatMap((language, index) =>
    languages.slice(index + 1).flatMap((other) =>
      Object.entries(locales[language])
        .filter(([name, text]) => locales[other][name] === text && !saysTheSame(text))
        .map(([name, text]) => `${language} and ${other} have the same ${name}: ${text}`),
    ),
  )
}

const isAdding = /(?:^|\.)add(?:[A-Z]\w*)?$/

/**
 * Polish texts that fell for a false friend: "termin" is a deadline or a time that somebody offers, never an event, and a
 * button "Zapisz" says save.
 */
export function falseFriends({ de, pl }: Locales): string[] {
  return Object.entries(pl).flatMap(([name, text]) => {
    const german = de[name] ?? de[name.replace(/_(?:few|many)$/, '_other')] ?? ''
    const isEvent = /(?<!\p{L})Termine?n?(?!\p{L})/u.test(german) && /(?<!\p{L})termin(?!arz)/iu.test(text)
    const isSaving = isAdding.test(name) && text.startsWith('Zapisz')
    return isEvent || isSaving ? [`pl ${name} is a false friend of “${german}”: ${text}`] : []
  })
}

/** As many letters as a narrow phone shows of a button's words at the largest size. */
const mostInARow = 11

/**
 * Long Polish words on buttons and in headings that say nowhere where they may break: browsers know how to hyphenate German,
 * English and Hungarian, not Polish, and break it anywhere.
 */
export function unbreakable({ pl }: Pick<Locales, 'pl'>): string[] {
  return Object.entries(pl).flatMap(([name, text]) => {
    if (text.length > 45 || /[.!?]$/.test(text)) return []
    const long = text.match(/\p{L}+(?:\u00AD\p{L}+)*/gu) ?? []
    return long
      .filter((word) => word.length > mostInARow && !word.includes('\u00AD'))
      .map((word) => `pl ${name} needs a soft hyphen in ${word}`)
  })
}

function saysTheSame(text: string): boolean {
  const words = text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}[\p{L}-]*/gu) ?? []
  return words.every((word) => shared.has(word.toLowerCase()))
}

/** Texts that a line may break after a one-letter word of Polish, or between a number and its unit. */
export function loseSpaces(locales: Locales): string[] {
  return each(locales, (text, language) => [
    ...(language === 'pl' && oneLetter.test(text) ? ['needs U+00A0 after the one-letter word'] : []),
    ...(unit.test(text) ? ['needs U+00A0 before the unit'] : []),
  ])
}

/** Texts with typewriter quotes or those of another language. */
export function wrongQuotes(locales: Locales): string[] {
  return each(locales, (text, language) => {
    const { whole, stray } = quotes[language]
    const wrong = straight.test(text) || stray.test(text.replaceAll(whole, ''))
    return wrong ? ['has quotes of a typewriter or of another language'] : []
  })
}

/** Texts that are empty or begin or end with a space. */
export function ragged(locales: Locales): string[] {
  return each(locales, (text) =>
    text === '' || text !== text.trim() ? ['is empty or has space around it'] : [],
  )
}

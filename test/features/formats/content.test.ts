import { describe, expect, it } from 'vitest'
import { formats } from '../../../src/features/formats/formats.ts'
import { loadHandbook, type FormatText, type Handbook } from '../../../src/features/formats/handbook.ts'
import { endOf } from '../../../src/features/formats/make.ts'
import { languages } from '../../../src/shared/language.ts'
import { pictureNames } from '../../../src/ui/pictures.ts'
import type { Locales, Texts } from '../../house/locales.ts'
import * as words from '../../house/words.ts'

const entries = await Promise.all(
  languages.map(async (language) => [language, await loadHandbook(language)] as const),
)
const handbooks = Object.fromEntries(entries) as Record<(typeof languages)[number], Handbook>
const ids = formats.map(({ id }) => id)

/** All texts of a handbook by where they stand, 'kochen.steps.0'. */
function flat(handbook: Handbook): Texts {
  const pairs = Object.entries(handbook).flatMap(([id, text]) =>
    Object.entries(text).flatMap(([name, value]: [string, string | readonly string[]]) =>
      typeof value === 'string'
        ? [[`${id}.${name}`, value] as const]
        : value.map((line, at) => [`${id}.${name}.${at}`, line] as const),
    ),
  )
  return Object.fromEntries(pairs)
}
const locales = Object.fromEntries(
  entries.map(([language, handbook]) => [language, flat(handbook)]),
) as Locales

const sentences = (text: string): string[] => text.split(/(?<=[.!?:])\s/)
const wordsIn = (sentence: string): number =>
  sentence.replaceAll('\u00AD', '').match(/[\p{L}\p{N}’-]+/gu)?.length ?? 0

describe('the formats', () => {
  it('are the same 22 in every language, each with the same parts and as many lines', () => {
    expect(new Set(ids).size).toBe(22)
    for (const language of languages) {
      expect(Object.keys(handbooks[language])).toEqual(ids)
      expect(Object.keys(locales[language])).toEqual(Object.keys(locales.de))
    }
  })

  it('name for every line of the checklist a day that is not before the preparation begins', () => {
    for (const { id, days, lead } of formats) {
      expect(days, id).toHaveLength(handbooks.de[id].checklist.length)
      expect(days.length, id).toBeGreaterThanOrEqual(4)
      expect(days.length, id).toBeLessThanOrEqual(8)
      expect(
        [...days].sort((a, b) => b - a),
        id,
      ).toEqual(days)
      expect(days[0], id).toBeLessThanOrEqual(lead * 7)
    }
  })

  it('make something, are for somebody, end on the day on which they begin, and name real pages', () => {
    for (const format of formats) {
      const { id, people, ages, where, makes, time, sources, picture } = format
      expect(people[0], id).toBeGreaterThan(0)
      expect(people[1], id).toBeGreaterThan(people[0])
      expect([ages.length, where.length, makes.length].every((count) => count > 0)).toBe(true)
      expect(new Set(makes).size, id).toBe(makes.length)
      if (time) expect(endOf(format) > time && endOf(format) < '24:00', id).toBe(true)
      expect(sources.filter((address) => !/^https?:\/\/[^/\s]+\/\S+$/.test(address))).toEqual([])
      expect(pictureNames).toContain(picture)
    }
  })
})

describe('the words of the handbook', () => {
  it('avoid what frightens', () => expect(words.bannedWords(locales)).toEqual([]))
  it('are translated', () => expect(words.untranslated(locales)).toEqual([]))
  it('keep together what belongs together', () => expect(words.loseSpaces(locales)).toEqual([]))
  it('have the quotes of their language', () => expect(words.wrongQuotes(locales)).toEqual([]))
  it('are never empty', () => expect(words.ragged(locales)).toEqual([]))

  it('keep a number and what it counts on one line', () => {
    const broken = languages.flatMap((language) =>
      Object.entries(locales[language]).filter(([, text]) => /\d \p{L}/u.test(text)),
    )
    expect(broken).toEqual([])
  })

  it('make sentences of twelve words at most', () => {
    const long = languages.flatMap((language) =>
      Object.values(locales[language])
        .flatMap(sentences)
        .filter((sentence) => wordsIn(sentence) > 12),
    )
    expect(long).toEqual([])
  })

  it('invite in three to six short sentences', () => {
    const count = ({ invitation }: FormatText): number => sentences(invitation).length
    const odd = languages.flatMap((language) =>
      ids.filter((id) => count(handbooks[language][id]) < 3 || count(handbooks[language][id]) > 6),
    )
    expect(odd).toEqual([])
  })

  it('let long German words break', () => {
    const long = Object.values(locales.de).flatMap((text) => text.match(/\p{L}{21,}/gu) ?? [])
    expect(long).toEqual([])
  })
})

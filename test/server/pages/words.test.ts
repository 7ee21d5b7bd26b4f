import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as rule from '../../house/locales.ts'
import * as word from '../../house/words.ts'

/** Lists become objects by place, so that the rules for screens can read them. */
const withoutLists = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutLists(one)]))
    : value

const read = (language: rule.Language): rule.Texts =>
  rule.flatten(withoutLists(JSON.parse(readFileSync(`locales/content/server/${language}.json`, 'utf8'))))

const locales = { de: read('de'), en: read('en'), pl: read('pl'), hu: read('hu') }

describe('the words of the public pages', () => {
  it('are the same in each language', () => expect(rule.absent(locales)).toEqual([]))
  it('have the same variables', () => expect(rule.wrongVariables(locales)).toEqual([]))
  it('avoid the words that frighten', () => expect(word.bannedWords(locales)).toEqual([]))
  it('are translated', () => expect(word.untranslated(locales)).toEqual([]))
  it('break lines only where a reader would', () => expect(word.loseSpaces(locales)).toEqual([]))
  it('have the quotes of their language', () => expect(word.wrongQuotes(locales)).toEqual([]))
  it('have no loose ends', () => expect(word.ragged(locales)).toEqual([]))
})

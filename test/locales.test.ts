import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourcesUnder } from './house/files.ts'
import * as rule from './house/locales.ts'
import * as words from './house/words.ts'

function read(language: rule.Language): rule.Texts {
  return rule.flatten(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')))
}

const locales = { de: read('de'), en: read('en'), pl: read('pl'), hu: read('hu') }
const files = sourcesUnder('src')

describe('the keys in locales', () => {
  it('are there', () => expect(rule.keysOf(locales).length).toBeGreaterThan(0))
  it('are the same in each language', () => expect(rule.absent(locales)).toEqual([]))
  it('have all plural forms of their language', () => expect(rule.wrongPlurals(locales)).toEqual([]))
  it('have the same variables in each language', () => expect(rule.wrongVariables(locales)).toEqual([]))
  it('are all used', () => expect(rule.unused(locales, files)).toEqual([]))
  it('are all that the source asks for', () => expect(rule.missing(locales, files)).toEqual([]))
  it('stand whole in the source', () => expect(rule.glued(files)).toEqual([]))
  it('belong to the folder that uses them', () => expect(rule.homelessKeys(locales, files)).toEqual([]))
})

describe('the texts in locales', () => {
  it('avoid the words that frighten', () => expect(words.bannedWords(locales)).toEqual([]))
  it('are translated', () => expect(words.untranslated(locales)).toEqual([]))
  it('break lines only where a reader would', () => expect(words.loseSpaces(locales)).toEqual([]))
  it('have the quotes of their language', () => expect(words.wrongQuotes(locales)).toEqual([]))
  it('break in Polish where a reader would', () => expect(words.unbreakable(locales)).toEqual([]))
  it('fall for no false friend', () => expect(words.falseFriends(locales)).toEqual([]))
  it('have no loose ends', () => expect(words.ragged(locales)).toEqual([]))
})

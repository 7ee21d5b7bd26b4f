import { describe, expect, it } from 'vitest'
import { languageNames, languages, pickLanguage } from '../../src/shared/language.ts'

describe('languages', () => {
  it('names every language in itself', () => {
    expect(languages.map((language) => languageNames[language])).toEqual([
      'Deutsch',
      'English',
      'Polski',
      'Magyar',
    ])
  })

  it('picks the first wanted language that it has, whatever the region', () => {
    expect(pickLanguage(['fr-FR', 'pl_PL', 'de'])).toBe('pl')
    expect(pickLanguage(['DE-at'])).toBe('de')
    expect(pickLanguage(['hu'])).toBe('hu')
  })

  it('picks English if it has none of them', () => {
    expect(pickLanguage(['fr', 'huu', ''])).toBe('en')
    expect(pickLanguage([])).toBe('en')
  })
})

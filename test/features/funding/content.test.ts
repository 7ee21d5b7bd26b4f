import { describe, expect, it } from 'vitest'
import { programmes } from '../../../src/features/funding/programmes.ts'
import { precisionOf } from '../../../src/shared/rough-date.ts'
import { contentOf, numbersIn, wrongTexts } from '../../house/content.ts'
import { languages } from '../../house/locales.ts'

const texts = contentOf('funding')

describe('the words of the funding programmes', () => {
  it.each(languages)('are there for every programme, and for no other, in %s', (language) => {
    const ids = new Set(Object.keys(texts[language]).map((key) => key.split('.')[0] ?? ''))
    expect([...ids].sort()).toEqual(programmes.map(({ id }) => id).sort())
    expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(texts.de).sort())
  })

  it.each(languages)('give the same figures in %s as in German', (language) => {
    for (const [key, text] of Object.entries(texts.de))
      expect(`${key} ${numbersIn(texts[language][key] ?? '').join()}`).toBe(
        `${key} ${numbersIn(text).join()}`,
      )
  })

  it('are held to the rules of all words on screens', () => expect(wrongTexts(texts)).toEqual([]))
})

describe('the programmes', () => {
  it('have an id of their own, a page of the funder, and a date of the facts that has been', () => {
    expect(new Set(programmes.map(({ id }) => id)).size).toBe(programmes.length)
    for (const { id, link, asOf } of programmes) {
      expect(id).toMatch(/^[a-z-]+$/)
      expect(new URL(link).protocol).toBe('https:')
      expect(['month', 'year']).toContain(precisionOf(asOf))
      expect(asOf <= '2026-11').toBe(true)
    }
  })
})

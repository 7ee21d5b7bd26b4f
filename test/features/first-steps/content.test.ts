import { describe, expect, it } from 'vitest'
import { cards, countDone, nextCard } from '../../../src/features/first-steps/cards.ts'
import { feature } from '../../../src/features/first-steps/feature.ts'
import { pictureNames } from '../../../src/ui/pictures.ts'
import { contentOf, wrongTexts } from '../../house/content.ts'
import { languages } from '../../house/locales.ts'

const texts = contentOf('first-steps')
const idsIn = (language: (typeof languages)[number]): Set<string> =>
  new Set(Object.keys(texts[language]).map((key) => key.split('.')[0] ?? ''))
const stepsOf = (language: (typeof languages)[number], id: string): string[] =>
  Object.entries(texts[language]).flatMap(([key, text]) => (key.startsWith(`${id}.steps.`) ? [text] : []))

describe('the words of the first steps', () => {
  it.each(languages)('are there for every card, and for no other, in %s', (language) => {
    expect([...idsIn(language)].sort()).toEqual(cards.map(({ id }) => id).sort())
    expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(texts.de).sort())
  })

  it.each(languages)('are three to six steps of at most twelve words in %s', (language) => {
    for (const { id } of cards) {
      const steps = stepsOf(language, id)
      expect(steps.length).toBeGreaterThanOrEqual(3)
      expect(steps.length).toBeLessThanOrEqual(6)
      expect(steps.filter((step) => step.split(/\s/).length > 12)).toEqual([])
      expect(new Set(steps).size).toBe(steps.length)
    }
  })

  it.each(languages)('name a button exactly where a card leads somewhere in %s', (language) => {
    const named = cards.filter(({ id }) => texts[language][`${id}.open`])
    expect(named.map(({ id }) => id)).toEqual(cards.flatMap(({ id, path }) => (path ? [id] : [])))
  })

  it('are held to the rules of all words on screens', () => expect(wrongTexts(texts)).toEqual([]))
})

describe('the cards', () => {
  it('have ids that make an address and a line of ids, and pictures that there are', () => {
    expect(cards.filter(({ id }) => !/^[a-z-]+$/.test(id))).toEqual([])
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    // Else the card would hide behind a screen of that name.
    expect(cards.filter(({ id }) => feature.routes[`/first-steps/${id}`])).toEqual([])
    expect(cards.filter(({ picture }) => !pictureNames.includes(picture))).toEqual([])
    expect(new Set(cards.map(({ picture }) => picture)).size).toBe(cards.length)
  })

  it('speak of social media on five', () =>
    expect(cards.filter(({ id }) => id.startsWith('social-'))).toHaveLength(5))

  it('go on behind the present one, then from the start, until all are done', () => {
    const [first = '', second = '', third = ''] = cards.map(({ id }) => id)
    const last = cards.at(-1)?.id ?? ''
    expect(nextCard(new Set())?.id).toBe(first)
    expect(nextCard(new Set([first, second]), first)?.id).toBe(third)
    expect(nextCard(new Set([last]), last)?.id).toBe(first)
    const allButSecond = new Set(cards.map(({ id }) => id).filter((id) => id !== second))
    expect(nextCard(allButSecond, last)?.id).toBe(second)
    expect(nextCard(new Set([...allButSecond, second]))).toBeUndefined()
  })

  it('count those alone that this version has', () =>
    expect(countDone(new Set(['text-size', 'of a later version']))).toBe(1))
})

import { describe, expect, it } from 'vitest'
import { differ } from '../../../src/features/versions/differ.ts'

/** The text with what differs in brackets. */
const marked = (text: string, other: string): string =>
  differ(text, other)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join('')

describe('the differences of two texts', () => {
  it.each([
    ['Um 14:00 mit dem Bus', 'Um 15:30 mit dem Zug', 'Um[ 14:00] mit dem[ Bus]'],
    [
      'Treffpunkt ist der Markt. Schirme mitbringen.',
      'Treffpunkt ist der Markt.',
      'Treffpunkt ist der Markt.[ Schirme mitbringen.]',
    ],
    [
      'Treffpunkt ist der Markt.',
      'Treffpunkt ist der Markt. Schirme mitbringen.',
      'Treffpunkt ist der Markt.',
    ],
    ['a b c', 'c b a', '[a b] c'],
    ['Erste Zeile\nzweite Zeile', 'Erste Zeile zweite Zeile', 'Erste Zeile\nzweite Zeile'],
    ['gleich', 'gleich', 'gleich'],
    ['anders', 'ganz', '[anders]'],
    ['', 'etwas', '[]'],
  ])('of %j from %j are marked', (text, other, expected) => {
    expect(marked(text, other)).toBe(expected)
  })

  it('lose not one sign of the text, however it is spaced', () => {
    const text = '  Zażółć  gęślą\n\n jaźń\t'
    expect(
      differ(text, 'gęślą')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('of two very long texts are found at once, as a whole', () => {
    const long = (word: string): string => `Anfang ${`${word} `.repeat(5000)}Ende`
    const pieces = differ(long('eins'), long('zwei'))
    expect(pieces.map((piece) => piece.differs)).toEqual([false, true, false])
  })
})

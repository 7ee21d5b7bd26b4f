import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDigits } from '../../src/shared/fold-digits.ts'
import { fold, foldWords } from '../../src/shared/fold.ts'
import { queryTokens } from '../../src/shared/query.ts'

/** The promise of `queryTokens`, as the database keeps it. */
function finds(query: string, entries: string[]): boolean {
  const tokens = queryTokens(query)
  return tokens.every((any) => any.some((start) => entries.some((entry) => entry.startsWith(start))))
}

const hyphens = /[-\u2010\u2011]/
const person = fc.oneof(
  fc.constantFrom(
    'Łukasz Müller-Köhl',
    "Seán O'Brien",
    'İpek Işık',
    'Åse Ødegård',
    'Þórarinn Æsir',
    'Đorđe Weiß',
  ),
  fc.constantFrom(
    'Kovács Jánosné',
    'Anna-Maria Überführ',
    'Szentgyörgyi Ödön',
    'E-Mail',
    'Haus 5a',
    'Anno 2026',
  ),
  fc
    .array(
      fc.string({
        unit: fc.constantFrom(...'aouslzäöüÄÖÜßẞłŁıİđøæœþðéőűąęńóśźżç12-'),
        minLength: 1,
        maxLength: 8,
      }),
    )
    .map((words) => words.join(' ')),
  fc
    .array(fc.string({ unit: fc.constantFrom(...'aoumueOU\u0308\u0301\u030c-'), maxLength: 8 }))
    .map((a) => a.join(' ')),
)

describe('folding', () => {
  it.each([
    ['Łukasz Größe', 'lukasz grosse'],
    ['İSTANBUL ısı', 'istanbul isi'],
    ['Đorđe Øst ÆRØ Œuvre Þór Guðrún', 'dorde ost aero oeuvre thor gudrun'],
    ['GROẞ', 'gross'],
    ['Zażółć gęślą jaźń', 'zazolc gesla jazn'],
    ['Árvíztűrő', 'arvizturo'],
    ['Mu\u0308ller', 'muller'],
    ['Städte\u00ADpartnerschaft', 'stadtepartnerschaft'],
  ])('makes %s into %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('the words of a text', () => {
  it('are in both spellings of ä, ö and ü', () => {
    expect(foldWords('Müller')).toEqual(['muller', 'mueller'])
    expect(foldWords('MU\u0308LLER')).toEqual(['muller', 'mueller'])
  })

  it('are distinct, and split at anything but letters and digits', () => {
    expect(foldWords('Anna, (Anna) anna_Nowak/2026: „5a“')).toEqual(['anna', 'nowak', '2026', '5a'])
  })

  it('are the parts and the whole of hyphenated names', () => {
    expect(foldWords('Meier-Ost')).toEqual(['meier', 'ost', 'meierost'])
    expect(foldWords('Müller\u2011Ost')).toEqual(['muller', 'ost', 'mullerost', 'mueller', 'muellerost'])
    expect(foldWords('Städte- und')).toEqual(['stadte', 'und', 'staedte'])
  })

  it('have no apostrophes', () => {
    for (const name of ["O'Brien", 'O’Brien', 'O´Brien', 'O`Brien'])
      expect(foldWords(name)).toEqual(['obrien'])
  })

  it('are none in an empty text', () => {
    expect(foldWords(' – ')).toEqual([])
  })
})

describe('searching for words', () => {
  it('finds any beginning of any word in any spelling', () => {
    fc.assert(
      fc.property(person, fc.nat(), fc.nat(), (name, pick, length) => {
        const words = name.split(/ /)
        const word = words[pick % words.length] ?? ''
        const composed = word.normalize('NFC')
        const typed = [
          word,
          composed,
          word.normalize('NFD'),
          word.toUpperCase(),
          word.toLowerCase(),
          fold(word),
          composed.replace(/[äöü]/gi, (letter) => `${fold(letter)}e`),
          word.replace(hyphens, ''),
        ]
        const index = foldWords(name)
        for (const spelling of typed) {
          const start = spelling.slice(0, 1 + (length % spelling.length || 0))
          expect({ start, found: finds(start, index) }).toEqual({ start, found: true })
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the whole name, and its words in any order', () => {
    fc.assert(
      fc.property(person, (name) => {
        expect(finds(name, foldWords(name))).toBe(true)
        expect(finds(name.split(' ').reverse().join(' '), foldWords(name))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds names that were stored with ue, and addresses without their hyphen', () => {
    expect(finds('Müller', foldWords('Mueller'))).toBe(true)
    expect(finds('E-Mail', foldWords('Email'))).toBe(true)
    expect(finds('email', foldWords('E-Mail'))).toBe(true)
    expect(finds("O'B", foldWords('OBrien'))).toBe(true)
  })

  it('wants every word', () => {
    expect(finds('anna now', foldWords('Anna Nowak'))).toBe(true)
    expect(finds('anna kow', foldWords('Anna Nowak'))).toBe(false)
    expect(finds('e-xyz', foldWords('Email'))).toBe(false)
    expect(finds('owak', foldWords('Anna Nowak'))).toBe(false)
  })

  it('has nothing to look for without a letter or digit', () => {
    for (const query of ['', '  ', '-', '+', '()', "'"]) expect(queryTokens(query)).toEqual([])
  })
})

describe('the entries of a number', () => {
  it('are its ends from two digits on', () => {
    expect(foldDigits('030/12')).toEqual(['#03012', '#3012', '#012', '#12'])
    expect(foldDigits('5')).toEqual([])
    expect(foldDigits('privat')).toEqual([])
  })

  it('go with and without the bracketed 0', () => {
    expect(foldDigits('+49 (0)30')).toEqual(['#49030', '#9030', '#030', '#30', '#4930', '#930'])
  })

  it('stop after twenty digits', () => {
    expect(foldDigits('1234567890'.repeat(3))[0]).toBe('#12345678901234567890')
    expect(foldDigits('1'.repeat(500))).toHaveLength(19)
  })
})

describe('searching for numbers', () => {
  const found: [string, string][] = [
    ['0301234', '+49 30 1234'],
    ['030 1234', '+49 30 1234'],
    ['+4930', '0049 30 1234'],
    ['004930', '+49 30 1234'],
    ['03012345', '030 12345'],
    ['3012345', '030 12345'],
    ['+493012345', '030 12345'],
    ['+49 (30) 12-34', '+49301234'],
    ['+49 (30) 12-34', '030 1234'],
    ['+4930', '030 12345'],
    ['+49 (0)30', '+49 30 1234'],
    ['+49 (0)30', '030 1234'],
    ['+49 (0', '+49 30 1234'],
    ['0301234', '+49 (0)30 1234'],
    ['+49301234', '+49 (0)30 1234'],
    ['+49 030 1234', '+49 30 1234'],
    ['+36 1 23', '06 1 234 5678'],
    ['0036 1 2', '06 1 234 5678'],
    ['06 1 234', '+36 1 234 5678'],
    ['+48 12 345', '12 345 67 89'],
    ['+39 06 1', '+39 06 1234'],
    ['0039 06', '+39 06 1234'],
    ['(030) 12', '+49 30 1234'],
    ['030/1234', '030 1234'],
    ['030.12 34', '030 1234'],
  ]

  it.each(found)('finds with %s what is stored as %s', (typed, stored) => {
    expect(finds(typed, foldDigits(stored))).toBe(true)
  })

  it.each([
    ['0301235', '+49 30 1234'],
    ['+48 30 12', '+49 30 1234'],
    ['+49 30', '0171 5678'],
    ['030 1234', '030 9999'],
  ])('does not find with %s what is stored as %s', (typed, stored) => {
    expect(finds(typed, foldDigits(stored))).toBe(false)
  })

  it('finds any run of two digits or more', () => {
    const number = fc.string({ unit: fc.constantFrom(...'00123456789'), minLength: 2, maxLength: 18 })
    fc.assert(
      fc.property(number, fc.nat(), fc.nat(), fc.boolean(), (digits, from, length, international) => {
        const start = from % (digits.length - 1)
        const run = digits.slice(start, start + 2 + (length % digits.length))
        const stored = foldDigits(`${international ? '+49 (0)' : ''}${digits}`)
        expect({ run, found: finds(run, stored) }).toEqual({ run, found: true })
      }),
      { numRuns: 3000 },
    )
  })

  it('finds a number at every key that is pressed, as it is written or from abroad', () => {
    for (const stored of ['+49 30 1234567', '0049 (0)30 1234567', '+49 (0) 30/123-4567']) {
      for (const typed of ['+49 30 1234567', '0049 (30) 1234567', '030 1234567', '+49 (0)30 1234567']) {
        for (let length = 1; length <= typed.length; length++) {
          const query = typed.slice(0, length)
          // One digit, and one behind zeros, is too little to tell a number by.
          if (query.replace(/\D/g, '').replace(/^0+/, '').length < 2) continue
          expect({ stored, query, found: finds(query, foldDigits(stored)) }).toEqual({
            stored,
            query,
            found: true,
          })
        }
      }
    }
  })

  it('finds the digits as words of a text too', () => {
    expect(queryTokens('2026')).toEqual([['#2026', '2026']])
    expect(queryTokens('5')).toEqual([['5']])
    expect(queryTokens('(5)')).toEqual([['5']])
    expect(finds('2026', foldWords('Fahrt 2026'))).toBe(true)
    expect(finds('5.6.2026', foldWords('am 5.6.2026'))).toBe(true)
    expect(finds('Markt 12', foldWords('Markt 12'))).toBe(true)
    expect(finds('030 1234', foldWords('Tel. 030 1234 Anna'))).toBe(true)
  })

  it('goes together with words', () => {
    expect(queryTokens('Anna 030 12')).toEqual([['anna'], ['#3012', '030'], ['#3012', '12']])
    expect(finds('Anna 030 12', [...foldWords('Anna Nowak'), ...foldDigits('+49 30 1234')])).toBe(true)
    expect(finds('Anna 030 12', [...foldWords('Beata Nowak'), ...foldDigits('+49 30 1234')])).toBe(false)
  })

  it('takes digits with letters as a word', () => {
    expect(queryTokens('5a')).toEqual([['5a']])
    expect(queryTokens('12 5a')).toEqual([['#12', '12'], ['5a']])
    expect(queryTokens('A12')).toEqual([['a12']])
  })
})

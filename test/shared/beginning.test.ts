import { describe, expect, it } from 'vitest'
import { beginningOf, firstWords } from '../../src/shared/beginning.ts'

describe('a long text', () => {
  it('is cut behind a word, and says that it goes on', () => {
    expect(beginningOf('kurz', 20)).toBe('kurz')
    expect(beginningOf('Bus für vierzig Gäste bestellt', 20)).toBe('Bus für vierzig …')
    expect(beginningOf('Bus für\nvierzig', 9)).toBe('Bus für …')
    expect(beginningOf('Kühl, und feucht', 9)).toBe('Kühl …')
  })

  it('without a blank is cut between two signs', () => {
    expect(beginningOf('🎻🎻🎻', 3)).toBe('🎻 …')
    expect(beginningOf('x'.repeat(9) + '😀'.repeat(9), 10)).toBe('xxxxxxxxx …')
  })

  it('is called by its first line', () => {
    expect(firstWords('  Der Chor kommt.\nMehr davon später.')).toBe('Der Chor kommt.')
    const long = `${'Zweiundzwanzig Schüler kommen sicher. '.repeat(3)}Drei essen kein Fleisch.`
    expect(firstWords(long)).toBe(`${'Zweiundzwanzig Schüler kommen sicher. '.repeat(3)}Drei …`)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { note } from '../../src/records/kinds/note.ts'
import { project } from '../../src/records/kinds/project.ts'
import {
  asWritten,
  markOf,
  needOf,
  needOfField,
  tell,
  textFields,
  translationField,
  translationOf,
} from '../../src/records/translation.ts'
import { translatedWords } from '../../src/records/translated-words.ts'
import { languages } from '../../src/shared/language.ts'
import type { Fields } from '../../src/shared/value.ts'

const german = { text: 'Der Bus ist bestellt.', language: 'de' }
const by = (text: string, of = markOf(german.text), more: Fields = {}): Fields => ({
  text,
  of,
  by: 'Anna Nowak',
  ...more,
})
const polish = { ...german, 'in/pl/text': by('Autobus jest zamówiony.') }

const reader = (language: string, ...reads: string[]) => ({ language, reads })

const anyLanguage = fc.constantFrom<string>(...languages)
const anyTranslation = fc.oneof(
  fc.record({ text: fc.string(), of: fc.string(), by: fc.string() }),
  fc.constantFrom(null, true, 7, 'text', [], { text: 7 }),
)
const anyRecord = fc.record({
  text: fc.string(),
  language: fc.oneof(anyLanguage, fc.constantFrom('', 'uk', 7)),
  ...Object.fromEntries(languages.map((language) => [translationField(language, 'text'), anyTranslation])),
})
const anyReader = fc.record({ language: anyLanguage, reads: fc.array(anyLanguage) })

describe('what a reader gets', () => {
  it('is never nothing where there is an original', () => {
    fc.assert(
      fc.property(anyRecord, anyReader, (fields, who) => {
        const told = tell(fields, 'text', who)
        expect(told.text.trim() === '').toBe(fields.text.trim() === '')
      }),
    )
  })

  it('is in a language that they read, or says that it is not', () => {
    fc.assert(
      fc.property(anyRecord, anyReader, (fields, who) => {
        const { language, isRead, translation, text } = tell(fields, 'text', who)
        const reads = language === who.language || who.reads.includes(language)
        expect(isRead).toBe(reads || language === '')
        // Only the original may be strange, and then under the language that it was written in.
        if (!isRead) expect([translation, text, language]).toEqual([undefined, fields.text, fields.language])
      }),
    )
  })

  it('is their own language wherever there is one', () => {
    fc.assert(
      fc.property(anyRecord, anyReader, (fields, who) => {
        const has = fields.language === who.language || translationOf(fields, who.language, 'text')
        if (has && fields.text.trim()) expect(tell(fields, 'text', who).language).toBe(who.language)
      }),
    )
  })

  it('is a translation with who made it', () => {
    const told = tell(polish, 'text', reader('pl'))
    expect(told).toMatchObject({ text: 'Autobus jest zamówiony.', language: 'pl', isStale: false })
    expect(told.translation?.by).toBe('Anna Nowak')
  })

  it('is the original before any translation that is not in their own language, if they read it', () => {
    expect(tell(polish, 'text', reader('hu', 'pl', 'de')).text).toBe(german.text)
    expect(tell(polish, 'text', reader('hu', 'pl')).text).toBe('Autobus jest zamówiony.')
    expect(tell(polish, 'text', reader('hu'))).toMatchObject({
      text: german.text,
      language: 'de',
      isRead: false,
    })
  })

  it('is never a translation of what was emptied since', () => {
    expect(tell({ ...polish, text: ' ' }, 'text', reader('pl')).text).toBe(' ')
  })

  it('can always be the original', () => {
    expect(asWritten(polish, 'text', reader('pl'))).toMatchObject({ text: german.text, language: 'de' })
  })
})

describe('a translation', () => {
  it('says that its original has changed, but not of blanks around it or letters in another form', () => {
    const changed = (text: string): boolean => tell({ ...polish, text }, 'text', reader('pl')).isStale
    expect(changed('Der Bus ist abbestellt.')).toBe(true)
    expect(changed(`${german.text}\n`)).toBe(false)
    expect(markOf('Ötlet')).toBe(markOf('Ötlet'.normalize('NFD')))
    expect(changed(german.text)).toBe(false)
  })

  it('is needed where it is missing, where it is old, and where nobody has looked through it', () => {
    const need = (fields: Fields, language = 'pl') => needOfField(fields, 'text', language)
    expect(need(german)).toBe('missing')
    expect(need({ ...german, 'in/pl/text': by(' ') })).toBe('missing')
    expect(need({ ...polish, text: 'Anders.' })).toBe('stale')
    expect(need({ ...german, 'in/pl/text': by('Autobus', undefined, { isMachine: true }) })).toBe('unchecked')
    expect(need(polish)).toBeUndefined()
    expect(need(german, 'de')).toBeUndefined()
  })

  it('of a whole record is what its fields need most', () => {
    const fields = { title: 'Chorreise', goal: 'Singen', language: 'de' }
    expect(needOf(project, fields, 'pl')).toBe('missing')
    const title = { text: 'Wyjazd chóru', of: 'old', by: '' }
    const goal = { text: 'Śpiewać', of: markOf('Singen'), by: '' }
    expect(needOf(project, { ...fields, 'in/pl/title': title, 'in/pl/goal': goal }, 'pl')).toBe('stale')
    expect(needOf(undefined, fields, 'pl')).toBeUndefined()
    expect(needOf(note, { text: ' ', language: 'de' }, 'pl')).toBeUndefined()
  })

  it('is made of all texts of a kind, lists of them as well', () => {
    const kind = { ...note, texts: ['title', 'answers'] }
    const fields = { 'answers/b': 'B', 'answers/a': 'A', title: 'T', text: 'x', 'answers/c': '', answer: 'y' }
    expect(textFields(kind, fields)).toEqual(['title', 'answers/a', 'answers/b'])
  })

  it('gives its words to the search, whatever shape it has', () => {
    expect(translatedWords({ ...polish, 'in/hu/text': null, 'in/en/text': 7 })).toEqual([
      'autobus',
      'jest',
      'zamowiony',
    ])
  })
})

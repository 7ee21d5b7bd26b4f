import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Malformed, utf8 } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import type { PublicTown } from '../../../src/shared/register/content.ts'
import { registerLimits } from '../../../src/shared/register/limits.ts'
import {
  publisherOf,
  readStatement,
  writeStatement,
  type Statement,
} from '../../../src/shared/register/statement.ts'
import { entryTypes } from '../../../src/shared/register/words.ts'
import type { Value } from '../../../src/shared/value.ts'
import { common, contentOf, contents } from './entries.ts'

const head = { entry: '01'.repeat(16), publisher: '02'.repeat(16), device: '03'.repeat(16), revision: 1 }
const idea = (content: object): Value => ({ ...head, type: 'idea', content }) as unknown as Value
const refused = (value: Value): void => expect(() => readStatement(writeCanonical(value))).toThrow(Malformed)

describe('a statement', () => {
  test('of each type is read as it was written, and so is its withdrawal', () => {
    for (const type of entryTypes)
      for (const content of [contents[type], null]) {
        const statement = { ...head, type, content } as Statement
        expect(readStatement(writeStatement(statement))).toEqual(statement)
      }
  })

  test('has one spelling', () => {
    const text = new TextDecoder().decode(writeStatement({ ...head, type: 'idea', content: common }))
    expect(() => readStatement(utf8(` ${text}`))).toThrow(Malformed)
    expect(() => readStatement(utf8(text.replace('{', '{"a":1,')))).toThrow(Malformed)
  })

  test('lacks no field and has no field more', () => {
    for (const type of entryTypes)
      for (const field of Object.keys(contents[type])) {
        const { [field]: _, ...less } = contents[type] as unknown as Record<string, Value>
        refused({ ...head, type, content: less })
        refused({ ...head, type, content: { ...less, [field]: { a: 1 } } })
      }
    refused({ ...(idea({ ...common, more: 1 }) as object) })
    refused({ ...head, type: 'poem', content: null })
    refused({ ...head, revision: 0, type: 'idea', content: null })
  })

  test.each<[string, object]>([
    ['a link that is no page', { contact: { ...common.contact, web: 'javascript:alert(1)' } }],
    [
      'a link with a name in it',
      { contact: { ...common.contact, web: 'https://bank.example@evil.example/' } },
    ],
    ['a link with markup', { contact: { ...common.contact, web: 'https://a.example/"><b>' } }],
    [
      'a mail address with more than an address',
      { contact: { ...common.contact, mail: 'a@b.de?bcc=c@d.de' } },
    ],
    ['a number that is none', { contact: { ...common.contact, phone: '+49;ext=1' } }],
    ['two lines as title', { title: 'a\nb' }],
    ['a title that nobody sees', { title: ' \u200B\u202E ' }],
    ['a control character', { text: { ...common.text, de: 'a\u0000b' } }],
    ['half a character', { title: 'a\uD800' }],
    ['too long a text', { text: { ...common.text, de: 'a'.repeat(registerLimits.paragraph + 1) } }],
    ['a theme of one’s own', { themes: ['youth', 'beer'] }],
    ['a theme twice', { themes: ['youth', 'youth'] }],
    ['a town nowhere', { towns: [{ ...common.towns[0], lat: 91 }] }],
    ['a country in small letters', { towns: [{ ...common.towns[0], country: 'de' }] }],
    ['a fifth language', { text: { ...common.text, fr: '' } }],
  ])('is refused with %s', (_, wrong) => refused(idea({ ...common, ...wrong })))

  test('of a partnership names two towns, and of an event no end before its beginning', () => {
    refused({
      ...head,
      type: 'partnership',
      content: contentOf('partnership', { towns: [] }),
    })
    for (const wrong of [{ until: '2027-05-08' }, { zone: '' }, { date: '2027-02-30' }, { time: '24:00' }])
      refused({ ...head, type: 'event', content: contentOf('event', wrong) })
    for (const on of ['91', '1991-13', '1991-02-30', '1991-5', ''])
      refused({
        ...head,
        type: 'project',
        content: contentOf('project', { dates: [{ on, what: 'begun', place: '' }] }),
      })
  })

  test('is never longer than it may be: the fullest one fits', () => {
    const wide = '\u4E00'
    const most = registerLimits
    const towns = Array.from({ length: most.towns }, () => ({
      ...(common.towns[0] as PublicTown),
      name: wide.repeat(30),
    }))
    const text = (one: string) => ({ de: one, en: one, hu: one, pl: one })
    const full = { ...common, title: wide.repeat(most.title), towns, text: text(wide.repeat(most.paragraph)) }
    const bytes = writeStatement({ ...head, type: 'idea', content: full })
    expect(readStatement(bytes).content).toEqual(full)
    expect(() => readStatement(new Uint8Array(most.statement + 1))).toThrow('too long')
  })

  test('is refused as malformed, and in no other way, whatever the bytes', () => {
    const refuses = (bytes: Uint8Array): void => {
      try {
        readStatement(bytes)
      } catch (problem) {
        expect(problem).toBeInstanceOf(Malformed)
      }
    }
    fc.assert(fc.property(fc.uint8Array(), fc.json(), (bytes, text) => (refuses(bytes), refuses(utf8(text)))))
    refuses(utf8('['.repeat(registerLimits.statement)))
    expect(() => readStatement(new Uint8Array([0x22, 0xff, 0x22]))).toThrow(Malformed)
  })
})

test('a publisher’s id tells nothing of the space, and is the same each time', () => {
  const spaces = ['00'.repeat(16), `${'00'.repeat(15)}01`, 'ab'.repeat(16)]
  const ids = spaces.map(publisherOf)
  expect(new Set([...ids, ...spaces]).size).toBe(6)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(spaces.map(publisherOf)).toEqual(ids)
})

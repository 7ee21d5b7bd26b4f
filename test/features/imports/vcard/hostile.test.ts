import { describe, expect, test } from 'vitest'
import { limits } from '../../../../src/features/imports/vcard/limits.ts'
import { readVcards } from '../../../../src/features/imports/vcard/read.ts'
import { peopleIn, textBytes } from './fixtures.ts'

/** Large enough that quadratic work would take hours. */
const size = 8 * 1024 * 1024
const nearLimit = 30 * 1024 * 1024

/** Bytes of one pattern behind a beginning. */
function flood(pattern: string, beginning = '', bytes = size): Uint8Array {
  return textBytes(
    beginning + pattern.repeat(Math.floor((bytes - beginning.length) / textBytes(pattern).length)),
  )
}

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', 'FN:A', ...lines, 'END:VCARD', ''].join('\n')
}

test('a file over the limit is refused before anything is read', () => {
  expect(readVcards(new Uint8Array(limits.file + 1))).toEqual({ ok: false, problem: 'too-large' })
})

test('one card too many refuses the file whole', () => {
  const full = card().repeat(limits.cards)
  expect(peopleIn(textBytes(full))).toHaveLength(limits.cards)
  expect(readVcards(textBytes(full + card()))).toEqual({ ok: false, problem: 'too-large' })
}, 30_000)

test('a photo over its limit is left out, its person kept', () => {
  const photo = `iVBORw0KGgoA${'A'.repeat(Math.ceil((limits.photo * 4) / 3))}`
  const [person] = peopleIn(textBytes(card(`PHOTO;ENCODING=b:${photo}`)))
  expect(person).toMatchObject({ givenName: 'A' })
  expect(person?.photo).toBeUndefined()
})

test('lists of one person end somewhere', () => {
  const numbers = Array.from({ length: 3000 }, (_, at) => `TEL:${1000 + at}`)
  const [person] = peopleIn(textBytes(card(...numbers, `CATEGORIES:${numbers.join(',')}`)))
  expect(person?.phones).toHaveLength(limits.list)
  expect(person?.groups).toHaveLength(limits.list)
})

describe('a large file of one pattern ends soon', () => {
  const open = 'BEGIN:VCARD\nFN:A\n'
  test.each([
    ['a single line', flood('x', '', nearLimit)],
    ['colons', flood(':')],
    ['zeros', new Uint8Array(nearLimit)],
    ['blank lines', flood('\r\n')],
    ['beginnings', flood('BEGIN:VCARD\n', '', nearLimit)],
    ['agents in agents', flood('AGENT:\nBEGIN:VCARD\n', open)],
    ['folds in a value', flood('\n ', `${open}NOTE:`)],
    ['folds in a header', flood('\n x', `${open}NOTE`)],
    ['soft breaks', flood('=\n', `${open}NOTE;QUOTED-PRINTABLE:`)],
    ['blanks behind which a soft break may be', flood('\n  ', `${open}NOTE;QUOTED-PRINTABLE:`)],
    ['lines of base64', flood('A\n', `${open}PHOTO;BASE64:`)],
    ['quotes', flood('"', `${open}TEL;TYPE=`)],
    ['parameters', flood(';a', `${open}TEL`)],
    ['types', flood(`TEL;TYPE=${'a,'.repeat(1900)}:1\n`, open)],
    ['short lines', flood('F:\u00ff\n', open)],
    ['separators', flood(card(`N:${';'.repeat(5000)}`, `ORG:${';a'.repeat(3000)}`))],
    ['backslashes', flood(card(`NOTE:${'\\'.repeat(5000)}`))],
    ['marks on one letter', flood(card(`NOTE:a${'\u0301\u0316'.repeat(5000)}`))],
    ['spaces before a letter', flood(card(`NOTE:${' '.repeat(9000)}x`))],
    ['numbers', flood(card(...Array.from({ length: 900 }, (_, at) => `TEL:${at}`)))],
    ['members of one group', flood('MEMBER:a\n', 'BEGIN:VCARD\nKIND:group\nFN:g\n')],
  ])('%s', { timeout: 20_000 }, (_, bytes) => {
    expect(readVcards(bytes)).toHaveProperty('ok')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMinor, mayBePosted, photoLack } from '../../src/records/consent.ts'
import {
  holdsOf,
  nobody,
  photosToHandOut,
  stranger,
  toSomebody,
  usesOfPost,
  type Check,
} from '../../src/records/post.ts'
import { uses, type Use } from '../../src/shared/uses.ts'
import type { Fields } from '../../src/shared/value.ts'

const today = '2026-11-22'

const checkOf = (people: { [id: string]: Fields }, wanted: readonly Use[] = ['web']): Check => ({
  uses: wanted,
  people: new Map(Object.entries(people)),
  today,
})

describe('somebody', () => {
  it.each([
    [{ birthday: '2008-11-23' }, true],
    [{ birthday: '2008-11-22' }, false],
    [{ birthday: '1951-06-05', isMinor: true }, false],
    [{ birthday: '--11-22' }, false],
    [{ birthday: '--11-22', isMinor: true }, true],
    [{}, false],
  ])('with %j is under age: %s', (fields, is) => expect(isMinor(fields, today)).toBe(is))

  it('under age needs the parents too, for photos and for the name', () => {
    const child = { birthday: '2015-01-01', 'shownIn/web': true, namedInPostsOn: '2026-01-01' }
    expect(photoLack(child, ['web'], today)).toBe('parents')
    expect(mayBePosted(child, today)).toBe(false)
    const agreed = { ...child, parentsOn: '2026-01-02' }
    expect(photoLack(agreed, ['web'], today)).toBeUndefined()
    expect(mayBePosted(agreed, today)).toBe(true)
    expect(photoLack({ ...agreed, 'shownIn/web': false }, ['web'], today)).toBe('person')
  })
})

describe('a post', () => {
  it('asks for the use of its channel, and for every use while nobody knows it', () => {
    expect(usesOfPost({ channel: 'c' }, { use: 'print' })).toEqual(['print'])
    expect(usesOfPost({ channel: 'c' }, {})).toEqual(uses)
    expect(usesOfPost({ channel: 'c' }, { use: 'of a newer version' })).toEqual(uses)
    expect(usesOfPost({ channel: 'gone' }, undefined)).toEqual(uses)
    expect(usesOfPost({}, undefined)).toEqual(uses)
    expect(usesOfPost({ channel: toSomebody }, undefined)).toEqual(['message'])
  })

  it('says whose agreement is missing', () => {
    const check = checkOf({
      anna: {},
      jan: { 'shownIn/web': true },
      kid: { 'shownIn/web': true, isMinor: true },
    })
    const shown = { 'shown/p/anna': true, 'shown/p/jan': true, 'shown/p/kid': true, 'shown/p/gone': true }
    expect(holdsOf(shown, 'p', check)).toEqual([
      { why: 'person', person: 'anna' },
      { why: 'person', person: 'gone' },
      { why: 'parents', person: 'kid' },
    ])
    expect(holdsOf({}, 'p', check)).toEqual([{ why: 'unasked', person: '' }])
    expect(holdsOf({ 'shown/p/stranger': true }, 'p', check)).toEqual([{ why: 'stranger', person: '' }])
    expect(holdsOf({ 'shown/p/nobody': true }, 'p', check)).toEqual([])
  })

  it('never hands out a photo in which somebody lacks an agreement', () => {
    const use = fc.constantFrom(...uses)
    const personFields = fc.record(
      {
        'shownIn/web': fc.boolean(),
        'shownIn/social': fc.boolean(),
        'shownIn/print': fc.boolean(),
        'shownIn/message': fc.boolean(),
        isMinor: fc.boolean(),
        birthday: fc.constantFrom('', '--01-02', '1950-01-02', '2015-01-02', '2008-11-22', '2008-11-23'),
        parentsOn: fc.constantFrom('', '2026-01-01'),
      },
      { requiredKeys: [] },
    )
    const ids = ['p1', 'p2', 'p3', 'p4']
    const photos = ['a', 'b', 'c']
    const shown = fc.dictionary(
      fc
        .tuple(fc.constantFrom(...photos), fc.constantFrom(...ids, nobody, stranger))
        .map(([photo, who]) => `shown/${photo}/${who}`),
      fc.constantFrom<boolean | null>(true, false, null),
    )
    const chosen = fc.dictionary(
      fc.constantFrom(...photos).map((photo) => `photos/${photo}`),
      fc.constantFrom<boolean | null>(true, false, null),
    )
    const people = fc.dictionary(fc.constantFrom(...ids), personFields)
    let [left, stayed] = [0, 0]
    fc.assert(
      fc.property(
        people,
        shown,
        chosen,
        fc.uniqueArray(use, { minLength: 1 }),
        fc.subarray(photos),
        (known, whom, which, wanted, standing) => {
          const fields: Fields = { ...whom, ...which }
          const out = photosToHandOut(fields, standing, checkOf(known, wanted))
          for (const photo of photos) {
            const seen = [...ids, nobody, stranger].filter((id) => fields[`shown/${photo}/${id}`] === true)
            // Said once more in the words of the rule, not by the code that is tested.
            const agrees = (id: string): boolean => {
              const person = known[id] as Fields | undefined
              if (!person || wanted.some((one) => person[`shownIn/${one}`] !== true)) return false
              const birthday = typeof person['birthday'] === 'string' ? person['birthday'] : ''
              const isYoung = /^\d/.test(birthday) ? birthday > '2008-11-22' : person['isMinor'] === true
              return !isYoung || Boolean(person['parentsOn'])
            }
            const may =
              standing.includes(photo) &&
              fields[`photos/${photo}`] === true &&
              seen.length > 0 &&
              seen.every((id) => id === nobody || (id !== stranger && agrees(id)))
            expect(out.includes(photo)).toBe(may)
            if (may) left += 1
            else stayed += 1
          }
        },
      ),
      { numRuns: 3000 },
    )
    // Neither of both by chance alone.
    expect(left).toBeGreaterThan(20)
    expect(stayed).toBeGreaterThan(20)
  })
})

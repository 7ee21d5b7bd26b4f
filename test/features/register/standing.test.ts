import { expect, it } from 'vitest'
import type { EntryRow } from '../../../src/db/register/tables.ts'
import { standingOf, toLearn } from '../../../src/features/register/publish/standing.ts'
import type { Fields } from '../../../src/shared/value.ts'

const at = Date.UTC(2026, 10, 20)
const day = new Date(at).toISOString()

const item = (state: EntryRow['state'], revision: number): EntryRow => ({
  entry: 'e',
  publisher: 'p',
  type: 'idea',
  state,
  revision,
  at,
  content: null,
  reason: '',
  countries: [],
})

const draft: Fields = {}
const shown: Fields = { revision: 2, publishedAt: day, changedAt: day, withdrawnAt: '' }
const taken: Fields = { ...shown, revision: 3, withdrawnAt: day }

it.each([
  ['nothing was ever published', draft, undefined, 0, 'draft'],
  ['it is there', shown, item('published', 2), at, 'public'],
  ['the register has not been looked at since', shown, undefined, at - 1, 'public'],
  ['the register was looked at long after, and has it no more', shown, undefined, at + 3_600_000, 'lost'],
  ['the register has an older one', shown, item('published', 1), at + 3_600_000, 'lost'],
  ['the operator hid it', shown, item('hidden', 2), at, 'hidden'],
  ['the answer was lost', draft, item('published', 1), at, 'public'],
  ['another tablet withdrew it', shown, item('withdrawn', 3), at, 'withdrawn'],
  ['it was withdrawn', taken, item('withdrawn', 3), at, 'withdrawn'],
  ['the register shows again what was withdrawn', taken, item('published', 2), at, 'back'],
] as const)('where %s, an entry says so', (_, fields, there, takenAt, standing) => {
  expect(standingOf(fields, there, { takenAt })).toBe(standing)
})

it('the notebook learns only what it does not know', () => {
  expect(toLearn(shown, item('published', 2))).toBeUndefined()
  expect(toLearn(taken, item('published', 2))).toBeUndefined()
  expect(toLearn(draft, undefined)).toBeUndefined()
  expect(toLearn(draft, item('hidden', 1))).toBeUndefined()
  expect(toLearn(draft, item('published', 1))).toMatchObject({
    revision: 1,
    publishedAt: day,
    withdrawnAt: '',
  })
  expect(toLearn(shown, item('withdrawn', 3))).toEqual({ revision: 3, withdrawnAt: day })
})

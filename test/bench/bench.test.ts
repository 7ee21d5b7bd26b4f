import { describe, expect, it } from 'vitest'
import { readArguments } from '../../bench/arguments.ts'
import { repeat } from '../../bench/clock.ts'
import { makeEntries, makeNote } from '../../bench/entries.ts'
import { expectFrom } from '../../bench/expected.ts'
import { between, chanceFrom, id } from '../../bench/random.ts'
import { median, p95 } from '../../bench/statistics.ts'
import { kindOf } from '../../src/records/kinds.ts'
import { textOf } from '../../src/records/fields.ts'
import { isId } from '../../src/shared/ids.ts'

const amount = {
  people: 60,
  notes: 20,
  events: 9,
  projects: 3,
  steps: 8,
  visits: 5,
  documents: 4,
  photos: 7,
}

describe('the command', () => {
  it('measures everything from seed 1 unless told otherwise', () => {
    const usual = { seconds: 600, seed: 1, records: 10_000, edits: 50, from: 'Germany' }
    expect(readArguments([])).toEqual({ ...usual, parts: ['start', 'search', 'save'] })
    expect(readArguments(['search', '--seconds', '90', '--seed', '7'])).toEqual({
      ...usual,
      parts: ['search'],
      seconds: 90,
      seed: 7,
    })
    expect(readArguments(['growth', '--records', '2000', '--edits', '9'])).toMatchObject({
      records: 2000,
      edits: 9,
    })
  })

  it('refuses what it does not know', () => {
    expect(() => readArguments(['sing'])).toThrow('no sing')
    expect(() => readArguments(['--seconds', 'ten'])).toThrow('--seconds')
    expect(() => readArguments(['--seed', '0'])).toThrow('--seed')
  })
})

describe('the figures', () => {
  it('are ranks of what was measured, never values between', () => {
    const values = [5, 1, 4, 2, 3]
    expect(median(values)).toBe(3)
    expect(p95(values)).toBe(5)
    expect(p95(Array.from({ length: 100 }, (_, at) => at + 1))).toBe(95)
    expect(() => median([])).toThrow('nothing was measured')
  })

  it('come from at least one round, and from no round that would last too long', async () => {
    let left = 10
    const clock = { left: () => left }
    const round = async (): Promise<number> => (left -= 4)
    expect(await repeat(clock, 5, round)).toEqual([6, 2])
    left = -1
    expect(await repeat(clock, 5, round)).toEqual([-5])
    left = 1000
    expect(await repeat(clock, 5, round)).toHaveLength(5)
  })
})

describe('the notebook that is measured', () => {
  it('is the same for the same seed and another for another', () => {
    const made = (seed: number): string => JSON.stringify(makeEntries(chanceFrom(seed), amount))
    expect(made(3)).toBe(made(3))
    expect(made(3)).not.toBe(made(4))
  })

  it('holds as many entries as asked for, with ids like real ones', () => {
    const entries = makeEntries(chanceFrom(1), amount)
    const kinds = ['person', 'note', 'event', 'project', 'step', 'visit', 'document', 'photo']
    expect(kinds.map((kind) => entries.filter((entry) => entry.kind === kind).length)).toEqual(
      Object.values(amount),
    )
    expect(kinds.every((kind) => kindOf(kind))).toBe(true)
    expect(entries.every((entry) => isId(entry.record))).toBe(true)
  })

  it('has notes of 200 to 600 characters', () => {
    const chance = chanceFrom(2)
    for (let made = 0; made < 200; made += 1) {
      const { length } = textOf(makeNote(chance).set, 'text')
      expect(length).toBeGreaterThanOrEqual(200)
      expect(length).toBeLessThanOrEqual(600)
    }
  })

  it('draws from the whole range and nothing outside it', () => {
    const chance = chanceFrom(5)
    const drawn = new Set(Array.from({ length: 500 }, () => between(chance, 2, 5)))
    expect([...drawn].sort((a, b) => a - b)).toEqual([2, 3, 4, 5])
    expect(id(chance)).not.toBe(id(chance))
  })

  it('knows what a query finds', () => {
    const expected = expectFrom(1, amount)
    expect(expected('')).toBe(amount.people)
    expect(expected('qqqq')).toBe(0)
    expect(expected('a')).toBeGreaterThan(expected('an'))
  })
})

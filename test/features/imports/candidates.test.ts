import { describe, expect, it } from 'vitest'
import { findCandidates, isTooLong, tickedFirst } from '../../../src/features/imports/candidates.ts'
import { groupNames, planGroups } from '../../../src/features/imports/groups.ts'
import { toFields } from '../../../src/features/imports/to-fields.ts'
import { anna, card } from './cards.ts'

const say = ({ value }: { value: string }): string => value

describe('the people of a file', () => {
  it('come in the order of the reader, each with a number, an address and the town', () => {
    const people = ['Zimmer', 'Łuczak', 'Lis'].map((familyName) => card({ ...anna, familyName }))
    const found = findCandidates(people, [], 'pl')
    expect(found.map((one) => one.name)).toEqual(['Anna Lis', 'Anna Łuczak', 'Anna Zimmer'])
    expect(found[0]?.reach).toBe('+48 12 345 67 89 · anna@example.org · Kraków')
  })

  it('are ticked unless they are in the notebook, or were in the file before', () => {
    const adam = { ...anna, givenName: 'Adam' }
    const found = findCandidates([anna, adam, adam], [toFields(anna, say)], 'de')
    expect(found.map((one) => one.already)).toEqual([undefined, 'twice', 'here'])
    expect([...tickedFirst(found)]).toEqual([found[0]?.id])
  })

  it('are told to be too long when one record cannot hold what they say', () => {
    const long = (length: number) => findCandidates([{ ...anna, remarks: 'ű'.repeat(length) }], [], 'hu')
    expect(long(10_000).map((one) => isTooLong(one, say, true))).toEqual([false])
    expect(long(23_000).map((one) => isTooLong(one, say, true))).toEqual([true])
  })

  it('may be long only because of their groups, which then are records instead of remarks', () => {
    const groups = Array.from({ length: 50 }, (_, at) => `${at} ${'ő'.repeat(290)}`)
    const remarks = 'ű'.repeat(10_000)
    const [one] = findCandidates([{ ...anna, groups, remarks }], [], 'hu')
    if (!one) throw new Error('nobody')
    expect([isTooLong(one, say, true), isTooLong(one, say, false)]).toEqual([false, true])
  })

  it(
    'are compared in seconds, though all of 20,000 have one name and numbers with one ending',
    { timeout: 20_000 },
    () => {
      const people = Array.from({ length: 20_000 }, (_, at) =>
        card({ givenName: 'A', phones: [{ number: `+${at + 490_000_000}1234`, label: 'other' }] }),
      )
      expect(findCandidates(people, [], 'de').filter((one) => one.already)).toEqual([])
    },
  )
})

describe('groups of a file', () => {
  const people = findCandidates(
    [card({ ...anna, groups: ['Chór', 'Zarząd'] }), card({ familyName: 'Lis', groups: ['chor', 'Zarząd'] })],
    [],
    'pl',
  )

  it('are named once, whatever the letters', () => {
    expect(groupNames(people).length).toBe(2)
  })

  it('are those of the notebook where there is one of that name, and new ones else', () => {
    const standing = { id: 'there', label: 'CHÓR ' }
    const groups = planGroups(people, [standing])
    expect(groups.edits.map((edit) => edit.set)).toEqual([{ name: 'Zarząd', type: 'other' }])
    expect(groups.idsOf(['Chor', 'Chór', 'zarząd'])).toEqual(['there', groups.edits[0]?.record])
  })
})

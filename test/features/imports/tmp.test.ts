import { it } from 'vitest'
import { findCandidates, isTooLong } from '../../../src/features/imports/candidates.ts'
import { card } from './cards.ts'
it('x', { timeout: 60000 }, () => {
    const people = Array.from({ length: 20_000 }, (_, at) =>
      card({ givenName: 'A', phones: [{ number: `+${at + 490_000_000}1234`, label: 'other' }] }),
    )
    let t = performance.now()
    const f = findCandidates(people, [], 'de')
    console.log('find', performance.now() - t)
    t = performance.now()
    f.filter((one) => isTooLong(one, () => '', true))
    console.log('long', performance.now() - t)
    const many = Array.from({ length: 20_000 }, (_, c) => card({ givenName: 'A', phones: Array.from({ length: 50 }, (_, at) => ({ number: `+${at*20000+c + 490_000_000}1234`, label: 'other' as const })) }))
    t = performance.now()
    const g = findCandidates(many, [], 'de')
    console.log('find', performance.now() - t)
    t = performance.now()
    g.filter((one) => isTooLong(one, () => '', true))
    console.log('long', performance.now() - t)
})

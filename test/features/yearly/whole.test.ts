import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../../src/shared/day-count.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { languages } from '../../../src/shared/language.ts'
import { event, materialOf, project, visit, wholeText, type Given } from './material.ts'

const days = fc.integer({ min: -400, max: 800 }).map((count) => addDays('2026-01-01', count))
const towns = fc.constantFrom('Whitby', 'whitby ', 'Kraków', 'Krakow', 'Sopron', '')
const zones = fc.constantFrom('Europe/Berlin', 'Europe/London', 'Europe/Istanbul', 'America/New_York', '')

const times = fc.constantFrom('', '00:15', '12:00', '23:45')

/** A record of which the test knows whether it belongs to 2026. */
type Known = { readonly fields: (id: string) => Given; readonly isIn: boolean }

const isIn = (day: string): boolean => day >= '2026-01-01' && day <= '2026-12-31'

const events: fc.Arbitrary<Known> = fc
  .record({ date: days, town: towns, zone: zones, time: times, isCancelled: fc.boolean() })
  .map((fields) => ({ fields: (id) => event(id, fields), isIn: isIn(fields.date) }))

const visits: fc.Arbitrary<Known> = fc
  .record({ date: days, town: towns })
  .map((fields) => ({ fields: (id) => visit(id, fields), isIn: isIn(fields.date) }))

/** Of a project that is over, a day of it has to lie in the year; one without any is in no year. */
const overProjects: fc.Arbitrary<Known> = fc
  .record({
    from: days,
    lasts: fc.integer({ min: 0, max: 500 }),
    town: towns,
    state: fc.constantFrom('done', 'cancelled'),
  })
  .map(({ lasts, ...fields }) => {
    const all: Fields = { ...fields, to: addDays(fields.from, lasts) }
    const anyDay = Array.from({ length: lasts + 1 }, (_, at) => addDays(fields.from, at)).some(isIn)
    return { fields: (id) => project(id, all), isIn: anyDay }
  })

const otherProjects: fc.Arbitrary<Known> = fc
  .record({ state: fc.constantFrom('postponed', 'running', 'idea', 'agreed', 'done'), town: towns })
  .map((fields) => ({ fields: (id) => project(id, fields), isIn: fields.state !== 'done' }))

const known = fc.array(fc.oneof(events, visits, overProjects, otherProjects), { maxLength: 25 })

it('tells of every event, visit and project of the period exactly once, and of nothing else', () => {
  fc.assert(
    fc.property(known, fc.constantFrom(...languages), (all, language) => {
      // Words that stand in no text, none a part of another one.
      const nameOf = (at: number): string => `Q${String(at).padStart(3, '0')}Q`
      const text = wholeText(materialOf(all.map(({ fields }, at) => fields(nameOf(at)))), language)
      for (const [at, one] of all.entries())
        expect([nameOf(at), text.split(nameOf(at)).length - 1]).toEqual([nameOf(at), one.isIn ? 1 : 0])
    }),
    { numRuns: 150 },
  )
})

it('counts as many days as there are, whatever towns they belong to', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ date: days, town: towns, zone: zones, time: times }), { maxLength: 20 }),
      (all) => {
        const material = materialOf(
          all.map((fields, at) => event(`Q${at}`, { ...fields, 'figures/once/people': 1 })),
        )
        const over = material.occurrences.filter(
          ({ date, ends }) => isIn(date) && ends <= material.now,
        ).length
        const text = wholeText(material)
        const [, counted = '0'] = /zusammengezählt: (\d+)/.exec(text) ?? []
        expect(Number(counted)).toBe(over)
      },
    ),
    { numRuns: 100 },
  )
})

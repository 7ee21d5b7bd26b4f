import { describe, expect, it } from 'vitest'
import { isOpenAt } from '../../../src/db/calendar/join.ts'

const shown = {
  date: '2026-11-26',
  time: '18:00',
  endDate: '2026-11-26',
  endTime: '20:00',
  zone: 'Europe/Berlin',
  state: 'stands' as const,
}

const at = (moment: string): number => Date.parse(moment)

/** The first and the last minute of a day and a half around it in which one can join, as ISO times. */
function openFrom(
  one: typeof shown | (Omit<typeof shown, 'state'> & { state: 'moved' }),
  near: string,
): string[] {
  const minute = 60_000
  const begin = at(near) - 36 * 60 * minute
  const open = Array.from({ length: 72 * 60 }, (_, index) => begin + index * minute).filter((now) =>
    isOpenAt(one, now),
  )
  const iso = (now: number | undefined): string => new Date(now ?? 0).toISOString().slice(0, 16)
  return [iso(open[0]), iso(open.at(-1))]
}

describe('the door of an event', () => {
  it('stands open from a quarter of an hour before it begins until it ends', () => {
    expect(isOpenAt(shown, at('2026-11-26T17:44:59+01:00'))).toBe(false)
    expect(isOpenAt(shown, at('2026-11-26T17:45:00+01:00'))).toBe(true)
    expect(isOpenAt(shown, at('2026-11-26T19:59:59+01:00'))).toBe(true)
    expect(isOpenAt(shown, at('2026-11-26T20:00:00+01:00'))).toBe(false)
  })

  it('goes by the clock of its place, on either side of a changed clock', () => {
    expect(openFrom({ ...shown, zone: 'Europe/London' }, '2026-11-26T18:00Z')).toEqual([
      '2026-11-26T17:45',
      '2026-11-26T19:59',
    ])
    const summer = { ...shown, date: '2026-10-24', endDate: '2026-10-24' }
    const winter = { ...shown, date: '2026-10-25', endDate: '2026-10-25' }
    expect(openFrom(summer, '2026-10-24T16:00Z')[0]).toBe('2026-10-24T15:45')
    expect(openFrom(winter, '2026-10-25T17:00Z')[0]).toBe('2026-10-25T16:45')
  })

  it('opens on the day before where the event begins at midnight', () => {
    const night = { ...shown, time: '00:05', endTime: '01:00' }
    expect(openFrom(night, '2026-11-25T23:05Z')).toEqual(['2026-11-25T22:50', '2026-11-25T23:59'])
  })

  it('stays open over midnight until the last day’s end', () => {
    const ball = { ...shown, time: '22:00', endDate: '2026-11-27', endTime: '02:00' }
    expect(openFrom(ball, '2026-11-26T21:00Z')).toEqual(['2026-11-26T20:45', '2026-11-27T00:59'])
  })

  it('stays open three hours where no end is said', () => {
    expect(openFrom({ ...shown, endTime: '' }, '2026-11-26T17:00Z')).toEqual([
      '2026-11-26T16:45',
      '2026-11-26T19:59',
    ])
  })

  it('is open all day where the event has no hours, and no minute of the day before', () => {
    const day = { ...shown, time: '', endTime: '', endDate: '' }
    expect(openFrom(day, '2026-11-26T12:00Z')).toEqual(['2026-11-25T23:00', '2026-11-26T22:59'])
  })

  it('of a moved date opens when it was moved to, and of a cancelled one never', () => {
    const moved = { ...shown, date: '2026-11-27', endDate: '2026-11-27', state: 'moved' as const }
    expect(openFrom(moved, '2026-11-27T17:00Z')[0]).toBe('2026-11-27T16:45')
    expect(isOpenAt({ ...shown, state: 'cancelled' }, at('2026-11-26T18:30:00+01:00'))).toBe(false)
  })
})

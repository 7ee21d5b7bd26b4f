/** What a clock on the wall and the calendar beside it show. */
export type Wall = {
  /** 'YYYY-MM-DD' */
  readonly date: string
  /** 'HH:MM' */
  readonly time: string
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone)
  let format: Intl.DateTimeFormat | undefined
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // A name that this device doesn't know, of a newer one perhaps: its days are then counted in UTC.
    format = undefined
  }
  formats.set(zone, format)
  return format
}

/** The wall's clock as if it stood in UTC, in milliseconds. */
function wallTime(instant: number, zone: string): number {
  const format = zone === '' ? undefined : formatOf(zone)
  if (!format) return instant
  const parts: { [type: string]: number } = {}
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayLength = 86_400_000

/**
 * The moment at which a wall in this zone shows this date and time, in milliseconds since 1970. A time that a clock
 * leaps over counts from before the leap, as if it had not been put forward yet (02:30 is 03:30); of a time that comes
 * twice the first one is meant.
 * @param zone an IANA name; '' and unknown ones are UTC.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time || '00:00'}:00Z`)
  // No zone changes its clock twice within two days, so one of these two is the offset that holds.
  const before = wallTime(wall - dayLength, zone) - (wall - dayLength)
  const after = wallTime(wall + dayLength, zone) - (wall + dayLength)
  const fitting = [wall - before, wall - after].filter((instant) => wallTime(instant, zone) === wall)
  return fitting.length > 0 ? Math.min(...fitting) : wall - before
}

/** What the wall in a zone shows at a moment. */
export function wallOf(instant: number, zone: string): Wall {
  const text = new Date(wallTime(instant, zone)).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The zone that this device stands in, an IANA name. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

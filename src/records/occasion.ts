/** What happened to one date of a series: it was moved to another day or time, or it does not take place. */
export type Exception = { readonly date: string; readonly time: string } | 'cancelled'

/** A day in the calendar as a record gives it: once, or by a rule that the calendar works out. */
export type Occasion = {
  readonly name: 'event' | 'birthday' | 'nameDay' | 'anniversary'
  /**
   * The first day, 'YYYY-MM-DD'; '--MM-DD' where no year is known and the rule is yearly. Anniversaries count from a date that
   * is as exact as somebody knows it: '1987-05' or '1987' too.
   */
  readonly date: string
  /** 'HH:MM' on the place's clock, '' for the whole day. */
  readonly time: string
  /** The last day, and when it ends; '' where nothing is said. */
  readonly endDate: string
  readonly endTime: string
  /** The place's time zone, an IANA name; '' for days that belong to no place. */
  readonly zone: string
  /** An iCalendar RRULE (RFC 5545) without its name, 'FREQ=MONTHLY;BYDAY=2TH'; '' for once. */
  readonly rule: string
  /** By the day that the rule gives. */
  readonly exceptions: { readonly [day: string]: Exception }
  readonly isCancelled: boolean
  /** The id of the date that an anniversary counts from; only these have one, and only the years that are celebrated. */
  readonly began?: string
}

import ICAL from 'ical.js'

/** The days of a rule, one after the other, as iCalendar counts them. Throws where ical.js cannot read the rule. */
export function* daysByRule(first: string, rule: string): Generator<string> {
  const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(first))
  for (let next = days.next(); next; next = days.next()) yield next.toString().slice(0, 10)
}

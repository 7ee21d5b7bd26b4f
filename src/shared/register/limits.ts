/** What the register allows, for both machines. Texts in UTF-16 units. */
export const registerLimits = {
  /** A statement's canonical bytes. */
  statement: 24 * 1024,
  /** Entries that one space may have published at a time. */
  entries: 500,
  /** The same with those that were withdrawn. */
  everEntries: 5000,
  name: 120,
  title: 150,
  paragraph: 1500,
  line: 300,
  address: 500,
  towns: 12,
  dates: 12,
  themes: 12,
  /** Text of a report of abuse, and of the reason for which an entry is hidden. */
  report: 1000,
  reason: 300,
  /** Items of one page of the feed. */
  page: 500,
  /** Bytes of such a page as JSON, rounded up to a whole item. */
  pageBytes: 1024 * 1024,
  /** Towns and links of the base, far more than Wikidata has. */
  baseTowns: 200_000,
  baseLinks: 500_000,
} as const

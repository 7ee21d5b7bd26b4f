/** A holiday's name in its country (in English, if that has other letters), then in de, en, pl, hu; '' where it is the same or not known. */
export type Names = readonly string[]

/** What was worked out: names by number, and for each country, or part of one, its holidays as a name's number and a rule. */
export type Table = {
  readonly names: readonly Names[]
  readonly days: ReadonlyMap<string, readonly (readonly [number, string])[]>
}

/** The first and the last year that is worked out. */
export const [firstYear, lastYear] = [2025, 2040]

/** The table as text: what is said of it, a line for each name, an empty one, a line for each country. */
export const writeTable = (about: readonly string[], { names, days }: Table): string =>
  [
    ...about.map((line) => `# ${line}`),
    ...names.map((all) => all.join('|')),
    '',
    ...[...days].map(([region, all]) => [region, ...all.map(([name, rule]) => `${name} ${rule}`)].join('|')),
    '',
  ].join('\n')

/** The table in a text that `writeTable` made. */
export function readTable(text: string): Table {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  const gap = lines.indexOf('')
  const days = lines.slice(gap + 1).filter(Boolean)
  return {
    names: lines.slice(0, gap).map((line) => line.split('|')),
    days: new Map(
      days.map((line) => {
        const [region = '', ...all] = line.split('|')
        return [
          region,
          all.map((one) => [Number.parseInt(one, 10), one.slice(one.indexOf(' ') + 1)] as const),
        ]
      }),
    ),
  }
}

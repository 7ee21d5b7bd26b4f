import type { Reason } from '../../records/fit/reasons.ts'
import { shownText } from '../../shared/register/text.ts'

/** Why a link says less than others do: it rests, is over, or was made in a war; '' for none of that. */
export type Doubt = '' | 'resting' | 'ended' | 'wartime'

/** Why, by the two towns of a link (`tieOf`). */
export type Doubts = ReadonlyMap<string, Doubt>

/** What a person has to look at: a link in doubt between two towns, or towns of countries that are at war. */
export type Check = { readonly why: Exclude<Doubt, ''> | 'war'; readonly towns: readonly string[] }

/** The key of a link, whichever town comes first. */
export const tieOf = (one: string, other: string): string => [one, other].sort().join('\n')

const wars: readonly (readonly [from: string, to: string])[] = [
  ['1914', '1918'],
  ['1939', '1945'],
]

/** Since 2022 links with these rest, or were made for help: no list of links says which. As of November 2026. */
const atWar = new Set(['BY', 'RU', 'UA'])

/** How a link stands: `state` as the notebook or the register says it, `dates` from the year on ('1943', '1943-05'). */
export function doubtIn(state: string, dates: readonly string[]): Doubt {
  if (state === 'resting' || state === 'ended') return state
  const [first = ''] = dates.filter((date) => /^\d{4}/.test(date)).sort()
  const year = first.slice(0, 4)
  return wars.some(([from, to]) => year >= from && year <= to) ? 'wartime' : ''
}

/** The links that a reason speaks of, by the ids of their towns. */
function tiesOf({ part, via = [] }: Reason, home: string, id: string): [string, string][] {
  const [one, other] = via
  if (part === 'network')
    return via.flatMap((between): [string, string][] => [
      [home, between],
      [between, id],
    ])
  if (one === undefined || other === undefined) return []
  if (part === 'region') return [[one, other]]
  return part === 'friends'
    ? [
        [home, one],
        [one, other],
        [other, id],
      ]
    : []
}

type Seen = {
  readonly home: string | undefined
  readonly doubts: Doubts
  readonly spots: ReadonlyMap<string, { readonly name: string; readonly country: string }>
}

/** What of the reasons for a town wants a second look: each link once, and towns in war together. */
export function checksOf(
  { home = '', doubts, spots }: Seen,
  id: string,
  reasons: readonly Reason[],
): Check[] {
  const nameOf = (town: string): string => shownText(spots.get(town)?.name ?? '')
  const checks = new Map<string, Check>()
  for (const [one, other] of reasons.flatMap((reason) => tiesOf(reason, home, id))) {
    const key = tieOf(one, other)
    const why = doubts.get(key)
    if (why) checks.set(key, { why, towns: [nameOf(one), nameOf(other)] })
  }
  const towns = [...new Set([id, ...reasons.flatMap(({ via = [] }) => via)])]
  const warring = towns.filter((town) => atWar.has(spots.get(town)?.country ?? ''))
  if (warring.length > 0) checks.set('', { why: 'war', towns: warring.map(nameOf) })
  return [...checks.values()]
}

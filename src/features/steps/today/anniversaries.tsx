import type { JSX } from 'preact'
import { anniversariesBetween, type DueAnniversary } from '../../../db/anniversaries.ts'
import { townNameIn } from '../../../records/kinds/town.ts'
import { addDays } from '../../../shared/day-count.ts'
import { whenRough, yearsWords } from '../../../ui/anniversary-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { nearLongDate } from '../../../ui/near-date.ts'
import { Portrait } from '../../../ui/picture.tsx'
import { href } from '../../../ui/route.ts'
import { useText } from '../../../ui/text.ts'
import type { Source } from './item.ts'

/** So many days ahead an anniversary is thought of beside all else of that week. */
const daysAhead = 60

/** So many days ahead, 24 months, one that nobody has planned to celebrate comes after all else: guests need time. */
const daysToPlan = 730

/** A celebration may be put off: so long after the anniversary its day still counts. */
const daysBack = 366

/** The day for which it is to be thought of; undefined where it need not be. One that is known roughly can wait until its end. */
function dayOf({ celebration, first, last }: DueAnniversary, today: string, end: string): string | undefined {
  const { plannedOn, celebratedOn } = celebration
  if (celebratedOn) return undefined
  if (plannedOn >= today && plannedOn <= end) return plannedOn
  const isRough = first !== last
  return last < today || (isRough && plannedOn) ? undefined : last
}

type AnniversaryProps = { due: DueAnniversary; today: string; isCard: boolean }

function Anniversary({ due, today, isCard }: AnniversaryProps): JSX.Element {
  const { t, language } = useText()
  const { partnership, anniversary, celebration, with: town } = due
  const { years, on, key } = anniversary
  const date = celebration.plannedOn && nearLongDate(celebration.plannedOn, today, language)
  const when = due.first === due.last ? nearLongDate(on, today, language) : whenRough(on, language)
  return (
    <a class={isCard ? 'card celebrate' : 'celebrate'} href={href(`/anniversaries/${partnership.id}/${key}`)}>
      <Portrait initials={String(years)} festive />
      <span>
        <strong class="line">
          {yearsWords(years, town ? townNameIn(town.fields, language) : '', partnership.label, t)}
        </strong>
        <span class="feast-when">
          <Icon name="gift" />
          {date ? t('steps.feast.celebration', { date }) : when}
        </span>
      </span>
      <Icon name="chevron-right" />
    </a>
  )
}

const isPlanned = ({ celebration: { plannedOn, celebratedOn, project } }: DueAnniversary): boolean =>
  [plannedOn, celebratedOn, project].some(Boolean)

/**
 * The anniversaries of our own partnerships, from two months ahead, those that are celebrated on another day on that; and as long as
 * nobody has planned anything from two years ahead.
 */
export const anniversaries: Source = async ({ notebook }, today) => {
  const end = addDays(today, daysAhead)
  const found = await anniversariesBetween(notebook, addDays(today, -daysBack), addDays(today, daysToPlan))
  return found.flatMap((due) => {
    const { plannedOn } = due.celebration
    const isSoon = due.first <= end || (plannedOn >= today && plannedOn <= end)
    const day = due.isOurs && (isSoon || !isPlanned(due)) ? dayOf(due, today, end) : undefined
    if (day === undefined) return []
    return [
      {
        id: `${due.partnership.id} ${due.anniversary.key}`,
        titleKey: 'steps.feast.anniversaries' as const,
        rank: isSoon ? (0 as const) : (1 as const),
        day,
        show: (isCard: boolean) => <Anniversary due={due} today={today} isCard={isCard} />,
      },
    ]
  })
}

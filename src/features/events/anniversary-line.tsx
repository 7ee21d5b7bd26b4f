import type { JSX } from 'preact'
import type { DueAnniversary } from '../../db/anniversaries.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { whenRough, yearsWords } from '../../ui/anniversary-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** An anniversary among the events: how many years, with whom and when, and one tap to plan its celebration. */
export function AnniversaryLine({ due }: { due: DueAnniversary }): JSX.Element {
  const { t, language } = useText()
  const { partnership, anniversary, celebration, with: town } = due
  const { years, on, key } = anniversary
  const mayWrite = useMayWrite()
  const isPlanned = celebration.plannedOn !== '' || celebration.project !== ''
  const date = celebration.plannedOn && mediumDate(celebration.plannedOn, language)
  return (
    <>
      <Row
        to={href(`/anniversaries/${partnership.id}/${key}`)}
        picture={<Portrait initials={String(years)} festive />}
      >
        <strong class="line">
          {yearsWords(years, town ? townNameIn(town.fields, language) : '', partnership.label, t)}
        </strong>
        <span class="line secondary">{whenRough(on, language)}</span>
        {date && <span class="line secondary">{t('events.anniversary.celebration', { date })}</span>}
      </Row>
      {mayWrite && !isPlanned && (
        <li class="doing">
          <LinkButton icon="gift" to={href(`/formats/festakt/for/${partnership.id}/${key}`)}>
            {t('events.anniversary.plan')}
          </LinkButton>
        </li>
      )}
    </>
  )
}

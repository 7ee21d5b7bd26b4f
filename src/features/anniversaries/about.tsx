import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readEnds, type Ends } from '../../db/anniversaries.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { anniversariesOf, type Anniversary } from '../../records/anniversaries.ts'
import { celebrationOf } from '../../records/celebration.ts'
import { stateOf } from '../../records/kinds/partnership.ts'
import { whenRough } from '../../ui/anniversary-words.ts'
import { today as dayOf } from '../../ui/dates.ts'
import { Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { beganWords, celebrationLines, countsWords } from './say.ts'

/** How far back and ahead, in years. */
const [back, ahead] = [5, 2]

const inYears = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

type LineProps = { partnership: RecordRow; anniversary: Anniversary; ends: Ends }

function Line({ partnership, anniversary, ends }: LineProps): JSX.Element {
  const say = useText()
  const { years, on, key } = anniversary
  return (
    <Row
      to={href(`/anniversaries/${partnership.id}/${key}`)}
      picture={<Portrait initials={String(years)} festive />}
    >
      <strong class="line">
        {say.t('anniversaries.years', { count: years })}, {whenRough(on, say.language, true)}
      </strong>
      {[
        beganWords(anniversary, ends, say),
        countsWords(anniversary, ends, say),
        ...celebrationLines(celebrationOf(partnership.fields, key), say),
      ].map((line) => (
        <span class="line secondary" key={line}>
          {line}
        </span>
      ))}
    </Row>
  )
}

/** On a partnership's page: what was due in the last five years and is in the next two, on whose count, and how it is kept. */
export function AnniversariesAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [today] = useState(() => dayOf(new Date(notebook.now())))
  const found = useLive(async () => {
    const partnership = await rowOf(notebook, id)
    if (partnership?.kind !== 'partnership') return undefined
    return { partnership, ends: (await readEnds(notebook))(partnership) }
  }, [notebook, id])
  if (!found) return null
  const { partnership, ends } = found
  const all = anniversariesOf(partnership.fields, { from: inYears(today, -back), to: inYears(today, ahead) })
  if (all.length === 0) return null
  return (
    <Section title={t('anniversaries.title')}>
      <div class="stack tight">
        {stateOf(partnership.fields) === 'resting' && <p>{t('anniversaries.resting')}</p>}
        <Rows>
          {all.map((anniversary) => (
            <Line key={anniversary.key} partnership={partnership} anniversary={anniversary} ends={ends} />
          ))}
        </Rows>
      </div>
    </Section>
  )
}

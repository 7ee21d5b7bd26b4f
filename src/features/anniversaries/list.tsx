import type { JSX } from 'preact'
import type { DueAnniversary } from '../../db/anniversaries.ts'
import { stateOf } from '../../records/kinds/partnership.ts'
import { whenRough } from '../../ui/anniversary-words.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { celebrationLines, titleOf } from './say.ts'
import { useAhead } from './use-ahead.ts'

function Line({ due }: { due: DueAnniversary }): JSX.Element {
  const say = useText()
  const { t, language } = say
  const { partnership, anniversary, celebration } = due
  const { years, on, key } = anniversary
  return (
    <Row
      to={href(`/anniversaries/${partnership.id}/${key}`)}
      picture={<Portrait initials={String(years)} festive />}
    >
      <strong class="line">{titleOf(years, partnership, due.with, say)}</strong>
      {[
        whenRough(on, language),
        ...celebrationLines(celebration, say),
        ...(stateOf(partnership.fields) === 'resting' ? [t('anniversaries.resting')] : []),
      ].map((line) => (
        <span class="line secondary" key={line}>
          {line}
        </span>
      ))}
    </Row>
  )
}

function Lines({ all }: { all: readonly DueAnniversary[] }): JSX.Element {
  const { shown, more } = useGrowing(all.length, '')
  return (
    <div class="stack tight">
      <Rows>
        {all.slice(0, shown).map((due) => (
          <Line key={`${due.partnership.id} ${due.anniversary.key}`} due={due} />
        ))}
      </Rows>
      {more}
    </div>
  )
}

/** All anniversaries of the coming 24 months; those between other towns, which are there as examples, by themselves. */
export function AnniversaryList(): JSX.Element | null {
  const { t } = useText()
  const ahead = useAhead()
  if (!ahead) return null
  const { ours, others } = ahead
  return (
    <Page title={t('anniversaries.title')} parent="/events">
      <div class="page stack">
        {ours.length === 0 && (
          <Empty picture="festival" words={t('anniversaries.none')}>
            <LinkButton primary to={href('/towns')}>
              {t('anniversaries.toTowns')}
            </LinkButton>
          </Empty>
        )}
        {ours.length > 0 && (
          <Section title={t('anniversaries.ahead')}>
            <Lines all={ours} />
          </Section>
        )}
        {others.length > 0 && (
          <Section title={t('anniversaries.ofOthers')}>
            <Lines all={others} />
          </Section>
        )}
        {ours.length + others.length > 0 && (
          <Buttons column>
            <LinkButton icon="printer" to={href('/anniversaries/print')}>
              {t('anniversaries.print')}
            </LinkButton>
          </Buttons>
        )}
      </div>
    </Page>
  )
}

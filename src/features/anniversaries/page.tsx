import type { JSX } from 'preact'
import { stateOf } from '../../records/kinds/partnership.ts'
import { whenRough } from '../../ui/anniversary-words.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { beganWords, celebrationLines, countsWords, titleOf } from './say.ts'
import { useAnniversary, type Known } from './use-anniversary.ts'

function Celebration({ known }: { known: Known }): JSX.Element {
  const say = useText()
  const { t } = say
  const { celebration, project } = known
  const lines = celebrationLines(celebration, say)
  return (
    <Section title={t('anniversaries.celebration')}>
      <div class="stack tight">
        {lines.length === 0 && <p>{t('anniversaries.notPlanned')}</p>}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {project && (
          <Rows>
            <Row to={href(`/projects/${project.id}`)} detail={t('anniversaries.project')}>
              {project.label || t('anniversaries.untitled')}
            </Row>
          </Rows>
        )}
      </div>
    </Section>
  )
}

function Whole({ known }: { known: Known }): JSX.Element {
  const say = useText()
  const { t, language } = say
  const { partnership, ends, anniversary, celebration, project } = known
  const { key, years, on, began } = anniversary
  const path = `/${partnership.id}/${key}`
  const isOpen = !project && celebration.celebratedOn === ''
  return (
    <article class="page stack">
      <div class="stack tight">
        <h1>{titleOf(years, partnership, known.with, say)}</h1>
        <p>
          <strong>{whenRough(on, language)}</strong>
        </p>
        <p>{beganWords(anniversary, ends, say)}</p>
        <p>{countsWords(anniversary, ends, say)}</p>
        {began.source && <p class="secondary">{t('anniversaries.from', { source: began.source })}</p>}
        {stateOf(partnership.fields) === 'resting' && <p>{t('anniversaries.resting')}</p>}
      </div>
      <Celebration known={known} />
      <Rows>
        <Row to={href(`/partnerships/${partnership.id}`)} detail={t('anniversaries.partnership')}>
          {partnership.label || t('anniversaries.untitled')}
        </Row>
      </Rows>
      <Buttons column>
        <LinkButton writes icon="pencil" to={href(`/anniversaries${path}/change`)}>
          {t('anniversaries.putDays')}
        </LinkButton>
        <LinkButton writes icon="newspaper" to={href(`/posts/new${path}`)}>
          {t('anniversaries.makePost')}
        </LinkButton>
        {isOpen && (
          <LinkButton writes primary icon="gift" to={href(`/formats/festakt/for${path}`)}>
            {t('anniversaries.plan')}
          </LinkButton>
        )}
      </Buttons>
    </article>
  )
}

/** One anniversary: when it is, who counts it, from what, and how it is or was celebrated. */
export function AnniversaryPage({
  params,
}: {
  params: { id?: string; anniversary?: string }
}): JSX.Element | null {
  const { t } = useText()
  const known = useAnniversary(params.id ?? '', params.anniversary ?? '')
  if (known === undefined) return null
  return (
    <Page title={t('anniversaries.one')} parent="/anniversaries" heading={known ? 'below' : 'title'}>
      {known ? (
        <Whole known={known} />
      ) : (
        <div class="page stack">
          <Empty picture="festival" words={t('anniversaries.unknown')}>
            <LinkButton primary to={href('/anniversaries')}>
              {t('anniversaries.toAll')}
            </LinkButton>
          </Empty>
        </div>
      )}
    </Page>
  )
}

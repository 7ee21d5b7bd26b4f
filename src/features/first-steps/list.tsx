import type { JSX } from 'preact'
import { doneFirstSteps } from '../../db/first-steps.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { useContent } from '../../ui/content.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { cards, chapters, countDone, loadWords, nextCard, type Card, type Words } from './cards.ts'

type LineProps = { card: Card; words: Words; isDone: boolean }

function Line({ card, words, isDone }: LineProps): JSX.Element {
  const { t } = useText()
  const done = isDone && (
    <span class="card-done">
      <Icon name="check" />
      {t('first-steps.isDone')}
    </span>
  )
  return (
    <Row
      to={href(`/first-steps/${card.id}`)}
      picture={<Picture name={card.picture} look="thumb" />}
      detail={done}
    >
      <strong>{words[card.id]?.title}</strong>
    </Row>
  )
}

/** All cards, how many of them one has done, and the next one. */
export function FirstSteps(): JSX.Element | null {
  const { t, language } = useText()
  const { device } = useOpen()
  const words = useContent(language, loadWords)
  const done = useLive(() => doneFirstSteps(device), [device])
  if (!words || !done) return null
  const next = nextCard(done)
  const count = countDone(done)
  return (
    <Page title={t('first-steps.title')} parent="/more">
      <div class="page stack">
        <div class="stack tight">
          <p>{t('first-steps.what')}</p>
          <State look={next ? 'neutral' : 'shared'} icon="square-check">
            {t('first-steps.count', { done: count, all: cards.length })}
          </State>
        </div>
        {chapters.map((chapter) => (
          <Section key={chapter.titleKey} title={t(chapter.titleKey)}>
            <Rows>
              {chapter.cards.map((card) => (
                <Line key={card.id} card={card} words={words} isDone={done.has(card.id)} />
              ))}
            </Rows>
          </Section>
        ))}
        <Buttons column>
          <LinkButton icon="printer" to={href('/first-steps/print')}>
            {t('first-steps.printAll')}
          </LinkButton>
          {next && (
            <LinkButton primary iconBehind="arrow-right" to={href(`/first-steps/${next.id}`)}>
              {count === 0 ? t('first-steps.beginNow') : t('first-steps.goOn')}
            </LinkButton>
          )}
        </Buttons>
      </div>
    </Page>
  )
}

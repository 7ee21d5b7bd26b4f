import type { JSX } from 'preact'
import { readSettings, type Settings } from '../../db/device.ts'
import { doneFirstSteps, tickFirstStep } from '../../db/first-steps.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { useContent } from '../../ui/content.ts'
import { Helper } from '../../ui/helper.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Speak } from '../../ui/speak.tsx'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { cards, loadWords, nextCard, type Card, type CardWords, type Words } from './cards.ts'
import { FirstSteps } from './list.tsx'

/** Ticks the card off for oneself, and then offers the next one. */
function Ending({ card, words, done }: { card: Card; words: Words; done: ReadonlySet<string> }): JSX.Element {
  const { t } = useText()
  const { device } = useOpen()
  const isDone = done.has(card.id)
  const next = isDone && nextCard(done, card.id)
  return (
    <div class="stack tight">
      {/* It stays in the page, empty, so that its words are read aloud when they come. */}
      <div role="status">
        {isDone && (
          <State look="shared" icon="check">
            {next ? t('first-steps.done') : t('first-steps.allDone')}
          </State>
        )}
      </div>
      {next && <p>{t('first-steps.nextIs', { title: words[next.id]?.title ?? '' })}</p>}
      <Buttons column>
        <LinkButton icon="printer" to={href(`/first-steps/${card.id}/print`)}>
          {t('first-steps.print')}
        </LinkButton>
        {isDone ? (
          <Button icon="undo-2" onPress={() => tickFirstStep(device, card.id, false)}>
            {t('first-steps.notYet')}
          </Button>
        ) : (
          <Button primary icon="check" onPress={() => tickFirstStep(device, card.id, true)}>
            {t('first-steps.tick')}
          </Button>
        )}
        {isDone && (
          <LinkButton
            primary
            iconBehind="arrow-right"
            to={href(next ? `/first-steps/${next.id}` : '/first-steps')}
          >
            {next ? t('first-steps.next') : t('first-steps.toAll')}
          </LinkButton>
        )}
      </Buttons>
    </div>
  )
}

function How({ card, words }: { card: Card; words: CardWords }): JSX.Element {
  const { language } = useText()
  const { title, what, steps, open } = words
  return (
    <div class="stack">
      <Picture name={card.picture} look="r21" />
      <div class="stack tight">
        <h1>{title}</h1>
        <p>{what}</p>
      </div>
      <ol class="numbered">
        {steps.map((step) => (
          <li key={step}>
            <p>{step}</p>
          </li>
        ))}
      </ol>
      <Buttons column>
        <Speak text={[title, what, ...steps].join('\n')} lang={language} />
        {card.path && (
          <LinkButton iconBehind="arrow-right" writes={card.writes ?? false} to={href(card.path)}>
            {open}
          </LinkButton>
        )}
      </Buttons>
    </div>
  )
}

type Found = { readonly settings: Settings; readonly done: ReadonlySet<string> }

/** One first step: what to do, whom to call, and the tick for oneself. */
export function FirstStep({ params }: { params: { card?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const { device } = useOpen()
  const words = useContent(language, loadWords)
  const found = useLive(
    async (): Promise<Found> => ({
      settings: await readSettings(device),
      done: await doneFirstSteps(device),
    }),
    [device],
  )
  const card = cards.find((one) => one.id === params.card)
  const own = card && words?.[card.id]
  // An address of another version's card leads to those that there are.
  if (!card) return <FirstSteps />
  if (!words || !own || !found) return null
  return (
    <Page title={t('first-steps.title')} parent="/first-steps" heading="below">
      <div class="page">
        <div class="columns">
          <How card={card} words={own} />
          <div class="stack">
            <Helper beside name={found.settings.helperName} phone={found.settings.helperPhone} />
            <Ending card={card} words={words} done={found.done} />
          </div>
        </div>
      </div>
    </Page>
  )
}

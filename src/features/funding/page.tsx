import type { JSX } from 'preact'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { useContent } from '../../ui/content.ts'
import { Page } from '../../ui/page.tsx'
import { roughDate } from '../../ui/rough-dates.ts'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { Funding } from './list.tsx'
import { loadWords, programmes, type Programme, type ProgrammeWords } from './programmes.ts'

function Facts({ words, asOf }: { words: ProgrammeWords; asOf: string }): JSX.Element {
  const { t, language } = useText()
  return (
    <>
      <Section title={t('funding.forWhom')}>
        <p>{words.forWhom}</p>
      </Section>
      <Section title={t('funding.gives')}>
        <div class="card stack tight">
          <p>{words.gives}</p>
          <p class="small secondary">{t('funding.asOf', { date: roughDate(asOf, language) })}</p>
        </div>
      </Section>
      <Section title={t('funding.decides')}>
        <p>{words.decides}</p>
      </Section>
      <Section title={t('funding.lookAt')}>
        <ul class="look-at">
          {words.lookAt.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Ways({ programme, words }: { programme: Programme; words: ProgrammeWords }): JSX.Element {
  const { t, language } = useText()
  const { name, forWhom, gives, decides, lookAt } = words
  return (
    <div class="stack tight">
      <p class="small secondary">{t('funding.needsInternet')}</p>
      <Buttons column>
        <Speak text={[name, forWhom, gives, decides, ...lookAt].join('\n')} lang={language} />
        <a class="button" href={programme.link} target="_blank" rel="noopener noreferrer">
          <span>{t('funding.toPage')}</span>
        </a>
        <LinkButton writes primary icon="clock" to={href(`/funding/${programme.id}/remind`)}>
          {t('funding.remind')}
        </LinkButton>
      </Buttons>
    </div>
  )
}

/** One programme: what is known of it and since when, the funder's own page, and the way to a reminder. */
export function ProgrammePage({ params }: { params: { programme?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const words = useContent(language, loadWords)
  const programme = programmes.find(({ id }) => id === params.programme)
  // An address of another version's programme leads to those that there are.
  if (!programme) return <Funding />
  const own = words?.[programme.id]
  if (!own) return null
  return (
    <Page title={t('funding.title')} parent="/funding" heading="below">
      <div class="page stack">
        <h1>{own.name}</h1>
        <Facts words={own} asOf={programme.asOf} />
        <Ways programme={programme} words={own} />
      </div>
    </Page>
  )
}

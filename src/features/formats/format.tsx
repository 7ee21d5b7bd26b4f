import type { ComponentChildren, JSX } from 'preact'
import { Empty } from '../../ui/empty.tsx'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Speak } from '../../ui/speak.tsx'
import { useText, type Translate } from '../../ui/text.ts'
import { FormatFacts } from './facts.tsx'
import { formatCalled, type Format } from './formats.ts'
import { useHandbook, type FormatText } from './handbook.ts'
import { MakeParts } from './make-parts.tsx'
import { Proof } from './proof.tsx'

type PartProps = { format: Format; text: FormatText }

function Top({ format, text }: PartProps): JSX.Element {
  return (
    <header class="columns aside">
      <Picture name={format.picture} look="hero r21" />
      <div class="stack">
        <div class="stack tight">
          <h1 class="h1">{text.title}</h1>
          <p>{text.purpose}</p>
        </div>
        <FormatFacts format={format} text={text} />
      </div>
    </header>
  )
}

function Marked({ icon, lines }: { icon: IconName; lines: readonly string[] }): JSX.Element {
  return (
    <ul class="card facts">
      {lines.map((line) => (
        <li class="fact" key={line}>
          <Icon name={icon} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}

function Numbered({ children }: { children: ComponentChildren }): JSX.Element {
  return <ol class="numbered card">{children}</ol>
}

function Body({ text }: { text: FormatText }): JSX.Element {
  const { t } = useText()
  return (
    <div class="columns">
      <Section title={t('formats.steps')}>
        <Numbered>
          {text.steps.map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </Numbered>
      </Section>
      <div class="stack">
        <Section title={t('formats.youNeed')}>
          <Marked icon="check" lines={text.needs} />
        </Section>
        <Section title={t('formats.care')}>
          <Marked icon="info" lines={text.care} />
        </Section>
        <Section title={t('formats.afterwards')}>
          <Marked icon="arrow-right" lines={[text.afterwards]} />
        </Section>
      </div>
    </div>
  )
}

/** The whole format as it is read aloud. */
function spoken(text: FormatText, t: Translate): string {
  const { title, purpose, who, length, needs, steps, care, afterwards, proof } = text
  return [
    `${title}.`,
    purpose,
    `${who}.`,
    `${length}.`,
    `${t('formats.youNeed')}:`,
    ...needs.map((need) => `${need}.`),
    `${t('formats.steps')}:`,
    ...steps,
    `${t('formats.care')}:`,
    ...care,
    `${t('formats.afterwards')}:`,
    afterwards,
    `${t('formats.elsewhere')}:`,
    proof,
  ].join('\n')
}

function Whole({ format, text }: PartProps): JSX.Element {
  const { t, language } = useText()
  const mayWrite = useMayWrite()
  return (
    <div class="page stack">
      <Top format={format} text={text} />
      <Body text={text} />
      <Proof format={format} text={text} />
      <Buttons column>
        <Speak text={spoken(text, t)} lang={language} />
        <LinkButton icon="printer" to={href(`/formats/${format.id}/print`)}>
          {t('formats.print')}
        </LinkButton>
      </Buttons>
      {mayWrite && <MakeParts key={format.id} format={format} text={text} />}
    </div>
  )
}

function Unknown(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <Empty picture="door-ideas" words={t('formats.unknown')}>
        <LinkButton primary to={href('/formats')}>
          {t('formats.toHandbook')}
        </LinkButton>
      </Empty>
    </div>
  )
}

/** One format of the handbook: what it is for, how it goes, where it worked, and what can be made of it. */
export function FormatPage({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const handbook = useHandbook()
  const format = formatCalled(params.id ?? '')
  const text = format && handbook?.[format.id]
  return (
    <Page title={text?.title ?? t('formats.handbook')} parent="/formats" heading={format ? 'own' : 'title'}>
      {format ? text && <Whole format={format} text={text} /> : <Unknown />}
    </Page>
  )
}

import type { JSX } from 'preact'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { FormatFacts } from './facts.tsx'
import { formatCalled, type Format } from './formats.ts'
import { useHandbook, type FormatText } from './handbook.ts'

function Lines({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element {
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="paper-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Sheet({ format, text }: { format: Format; text: FormatText }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <p>{text.purpose}</p>
      <FormatFacts format={format} text={text} />
      <Lines title={t('formats.youNeed')} lines={text.needs} />
      <section class="section">
        <h2>{t('formats.steps')}</h2>
        <ol class="numbered">
          {text.steps.map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
      </section>
      <Lines title={t('formats.care')} lines={text.care} />
      <Lines title={t('formats.checklist')} lines={text.checklist} />
      <Lines title={t('formats.afterwards')} lines={[text.afterwards]} />
      <Lines title={t('formats.invitation')} lines={[text.invitation]} />
    </>
  )
}

/** A format on paper, with its checklist and the text of the invitation. */
export function FormatSheet({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const handbook = useHandbook()
  const format = formatCalled(params.id ?? '')
  const text = format && handbook?.[format.id]
  return (
    <Paper
      title={text?.title ?? t('formats.handbook')}
      parent={format ? `/formats/${format.id}` : '/formats'}
    >
      {text ? <Sheet format={format} text={text} /> : !format && <p>{t('formats.unknown')}</p>}
    </Paper>
  )
}

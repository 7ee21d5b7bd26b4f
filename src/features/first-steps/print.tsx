import type { ComponentChildren, JSX } from 'preact'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { useContent } from '../../ui/content.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { cards, loadWords, type CardWords, type Words } from './cards.ts'

/** Who helps, at the foot of each card; nothing where nobody is named. */
function HelperLine(): JSX.Element | null {
  const { t } = useText()
  const { device } = useOpen()
  const settings = useLive(() => readSettings(device), [device])
  const helper = [settings?.helperName, settings?.helperPhone].filter(Boolean).join(', ')
  return helper ? <p>{t('first-steps.helper', { helper })}</p> : null
}

function Card({ words, heading }: { words: CardWords; heading: ComponentChildren }): JSX.Element {
  return (
    <section class="paper-card stack">
      {heading}
      <p>{words.what}</p>
      <ol class="numbered">
        {words.steps.map((step) => (
          <li key={step}>
            <p>{step}</p>
          </li>
        ))}
      </ol>
      <HelperLine />
    </section>
  )
}

/** All cards on paper, each on a page of its own. */
export function PrintFirstSteps(): JSX.Element | null {
  const { t, language } = useText()
  const words = useContent(language, loadWords)
  if (!words) return null
  const known = cards.flatMap(({ id }) => words[id] ?? [])
  return (
    <Paper title={t('first-steps.title')} parent="/first-steps" type="large">
      {known.map((one) => (
        <Card key={one.title} words={one} heading={<h2>{one.title}</h2>} />
      ))}
    </Paper>
  )
}

/** One card on paper. */
export function PrintFirstStep({ params }: { params: { card?: string } }): JSX.Element | null {
  const { language } = useText()
  const words: Words | undefined = useContent(language, loadWords)
  const own = words?.[params.card ?? '']
  if (!words) return null
  if (!own) return <PrintFirstSteps />
  return (
    <Paper title={own.title} parent={`/first-steps/${params.card ?? ''}`} type="large">
      <Card words={own} heading={null} />
    </Paper>
  )
}

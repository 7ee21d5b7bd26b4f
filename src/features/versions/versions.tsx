import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { settle, twiceFilled, type TwiceFilled } from '../../db/settle.ts'
import type { Value } from '../../shared/value.ts'
import { Button } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** A value as words: a text itself, of an entry its parts, of nothing a dash. */
function wordsOf(value: Value, yes: string, no: string): string {
  if (value === true) return yes
  if (value === false || value === null || value === '') return no
  if (typeof value === 'object') return Object.values(value).map(String).join(', ')
  return String(value)
}

function Twice({ id, twice }: { id: string; twice: TwiceFilled }): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  return (
    <div class="compare">
      {twice.values.map(({ value, time }) => (
        <div class="card" key={time}>
          <p class="small secondary">{dateAndTime(new Date(time), language)}</p>
          <p class="written">{wordsOf(value, t('versions.yes'), t('versions.nothing'))}</p>
          <Button onPress={() => settle(notebook, id, twice, value)}>{t('versions.keep')}</Button>
        </div>
      ))}
    </div>
  )
}

/** What was written twice about the same thing, side by side, until somebody chooses. */
export function Versions({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const fields = useLive(() => twiceFilled(notebook, id), [notebook, id])
  if (!fields?.length) return null
  return (
    <Section title={t('versions.title')}>
      <div class="stack tight">
        <Status look="waiting" icon="copy">
          {t('versions.explain')}
        </Status>
        {fields.map((twice) => (
          <Twice key={twice.field} id={id} twice={twice} />
        ))}
      </div>
    </Section>
  )
}

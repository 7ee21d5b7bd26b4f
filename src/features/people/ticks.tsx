import type { JSX } from 'preact'
import { listOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { tickedIn } from '../../records/fields.ts'
import { Ticks } from '../../ui/choices.tsx'
import { useText } from '../../ui/text.ts'
import { commonLanguages, languageWord } from './languages.ts'

/** The groups that the person belongs to. */
export function GroupTicks({ form }: { form: Form }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const groups = useLive(() => listOf(notebook, 'group'), [notebook])
  if (!groups?.length) return null
  return (
    <Ticks
      legend={t('people.groups')}
      ticked={new Set(tickedIn(form.values, 'groups'))}
      onTick={(id, ticked) => form.set(`groups/${id}`, ticked)}
      choices={groups.map((group) => ({ value: group.id, label: group.label }))}
    />
  )
}

/** The languages that the person speaks. */
export function LanguageTicks({ form }: { form: Form }): JSX.Element {
  const { t, language } = useText()
  const ticked = tickedIn(form.values, 'languages')
  const codes = [...new Set([...commonLanguages, ...ticked])]
  return (
    <Ticks
      legend={t('people.languages')}
      ticked={new Set(ticked)}
      onTick={(code, on) => form.set(`languages/${code}`, on)}
      choices={codes.map((code) => ({ value: code, label: languageWord(code, language) }))}
    />
  )
}

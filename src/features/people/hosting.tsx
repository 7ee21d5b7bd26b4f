import type { JSX } from 'preact'
import { listAbout } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { smokingAnswers, type SmokingAnswer } from '../../records/kinds/hosting.ts'
import type { Notebook } from '../../db/tables.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

export const smokingKeys: { readonly [answer in SmokingAnswer]: TextKey } = {
  no: 'people.smoking.no',
  outside: 'people.smoking.outside',
  yes: 'people.smoking.yes',
}

/** The hosting records of a person: one, or two where two tablets each began one. */
export const hostingOf = async (notebook: Notebook, person: string): Promise<Row[]> =>
  (await listAbout(notebook, person)).filter((row) => row.kind === 'hosting')

function useFacts(): (row: Row) => { icon: IconName; words: string }[] {
  const { t } = useText()
  return ({ fields }) => {
    const smoking = smokingAnswers.find((answer) => answer === fields['smoking'])
    const number = (name: string): number => Number(textOf(fields, name)) || 0
    const facts: readonly ({ icon: IconName; words: string } | false)[] = [
      number('rooms') > 0 && { icon: 'house', words: t('people.rooms', { count: number('rooms') }) },
      number('beds') > 0 && { icon: 'bed-double', words: t('people.beds', { count: number('beds') }) },
      !!textOf(fields, 'pets') && { icon: 'paw-print', words: textOf(fields, 'pets') },
      smoking !== undefined && {
        icon: smoking === 'no' ? 'cigarette-off' : 'cigarette',
        words: t(smokingKeys[smoking]),
      },
      !!textOf(fields, 'diet') && { icon: 'utensils', words: textOf(fields, 'diet') },
      !!textOf(fields, 'remarks') && { icon: 'info', words: textOf(fields, 'remarks') },
    ]
    return facts.filter((fact) => fact !== false)
  }
}

/** What a person offers to guests. */
export function HostingFacts({ person }: { person: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const rows = useLive(() => hostingOf(notebook, person), [notebook, person])
  const factsOf = useFacts()
  const facts = (rows ?? []).flatMap(factsOf)
  if (facts.length === 0) return null
  return (
    <Section title={t('people.asHost')}>
      <ul class="card facts">
        {facts.map((fact, index) => (
          <li class="fact" key={index}>
            <Icon name={fact.icon} />
            <span class="written">{fact.words}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { sortName } from '../../records/kinds/person.ts'
import { sortByName } from '../../shared/collate.ts'
import { Choices } from '../../ui/choices.tsx'
import { useText } from '../../ui/text.ts'

const everybody = ''

type WhoProps = { groups: readonly Row[]; chosen: string; onChoose: (group: string) => void }

function Who({ groups, chosen, onChoose }: WhoProps): JSX.Element {
  const { t } = useText()
  return (
    <Choices
      legend={t('people.toPrint.who')}
      beside="wide"
      value={chosen}
      onChoose={onChoose}
      choices={[
        { value: everybody, label: t('people.toPrint.everybody') },
        ...groups.map((group) => ({ value: group.id, label: group.label })),
      ]}
    />
  )
}

type ToPrint = {
  /** Those chosen, as the reader's language sorts their family names. */
  readonly people: readonly Row[]
  /** The name of the group that was chosen, or ''. */
  readonly group: string
  /** The choice itself; nothing where there are no groups. */
  readonly who: ComponentChildren
}

/** Who is to stand on a printed list: everybody, or the people of one group. Undefined until it is read. */
export function usePeopleToPrint(): ToPrint | undefined {
  const { language } = useText()
  const notebook = useNotebook()
  const [chosen, choose] = useState(everybody)
  const everyone = useLive(() => listOf(notebook, 'person'), [notebook])
  const named = useLive(() => listOf(notebook, 'group'), [notebook])
  return useMemo(() => {
    if (!everyone || !named) return undefined
    const withPeople = new Set(everyone.flatMap((person) => person.about))
    const groups = sortByName(
      named.filter((group) => group.label && withPeople.has(group.id)),
      (group) => group.label,
      language,
    )
    const people = everyone.filter((person) => chosen === everybody || person.about.includes(chosen))
    return {
      people: sortByName(people, (person) => sortName(person.fields), language),
      group: groups.find((group) => group.id === chosen)?.label ?? '',
      who: groups.length > 0 && <Who groups={groups} chosen={chosen} onChoose={choose} />,
    }
  }, [everyone, named, chosen, language])
}

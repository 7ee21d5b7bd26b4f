import type { JSX } from 'preact'
import { listOf, rowsOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { partsOf } from '../../records/kinds/project.ts'
import { sortByName } from '../../shared/collate.ts'
import { Ticks } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'

/** The people of a project, each with the part in it. */
export function PeopleField({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const ids = partsOf(form.values).map((part) => part.id)
  const people = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  return (
    <ManyPicker
      legend={t('projects.people')}
      chosen={people.filter((person) => ids.includes(person.id))}
      addText={t('projects.choosePerson')}
      searchText={t('projects.searchPerson')}
      find={(query) => findByName(notebook, ['person'], query)}
      onAdd={(id) => form.set(`people/${id}`, '')}
      onRemove={(id) => form.set(`people/${id}`, null)}
    >
      {(id) => (
        <TextField
          label={t('projects.part', { name: people.find((person) => person.id === id)?.label ?? '' })}
          optional
          value={textOf(form.values, `people/${id}`)}
          onInput={(part) => form.set(`people/${id}`, part)}
        />
      )}
    </ManyPicker>
  )
}

/** The groups that take part. */
export function GroupTicks({ form }: { form: Form }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const groups = useLive(() => listOf(notebook, 'group'), [notebook])
  if (!groups?.length) return null
  return (
    <Ticks
      legend={t('projects.groups')}
      ticked={new Set(tickedIn(form.values, 'groups'))}
      onTick={(id, ticked) => form.set(`groups/${id}`, ticked)}
      choices={sortByName(groups, (group) => group.label, language).map((group) => ({
        value: group.id,
        label: group.label,
      }))}
    />
  )
}

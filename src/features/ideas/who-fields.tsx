import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { textOf } from '../../records/fields.ts'
import { TextArea } from '../../ui/field.tsx'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'
import { peopleIdsOf } from './answers.ts'

/** Who takes part: people of the notebook, and the names of those on the other side who are not in it. */
export function WhoFields({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { values, set } = form
  const ids = peopleIdsOf(values)
  const people = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  return (
    <>
      <ManyPicker
        legend={t('ideas.ourPeople')}
        chosen={people.filter((person) => ids.includes(person.id))}
        addText={t('ideas.choosePerson')}
        searchText={t('ideas.searchPerson')}
        find={(query) => findByName(notebook, ['person'], query)}
        onAdd={(id) => set(`people/${id}`, true)}
        onRemove={(id) => set(`people/${id}`, null)}
      />
      <TextArea
        label={t('ideas.partners')}
        optional
        most={2000}
        value={textOf(values, 'partners')}
        lang={textOf(values, 'language')}
        onInput={(names) => set('partners', names)}
      />
    </>
  )
}

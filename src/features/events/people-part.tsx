import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { listOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { tickedIn } from '../../records/fields.ts'
import { sortByName } from '../../shared/collate.ts'
import { Ticks } from '../../ui/choices.tsx'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'

/** Who is invited: whole groups, and people one by one. */
export function PeoplePart({ form }: { form: Form }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const { values, set } = form
  const ids = tickedIn(values, 'invited')
  const chosen = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  const groups = useLive(() => listOf(notebook, 'group'), [notebook])
  if (!groups) return null
  return (
    <>
      {groups.length > 0 && (
        <Ticks
          legend={t('events.invitedGroups')}
          choices={sortByName(groups, (group) => group.label, language).map((group) => ({
            value: group.id,
            label: group.label,
          }))}
          ticked={new Set(tickedIn(values, 'groups'))}
          onTick={(id, on) => set(`groups/${id}`, on ? true : null)}
        />
      )}
      <ManyPicker
        legend={t('events.invited')}
        hint={t('events.invitedHint')}
        chosen={chosen}
        addText={t('events.invite')}
        searchText={t('events.searchPerson')}
        find={(query) => findByName(notebook, ['person'], query)}
        onAdd={(id) => set(`invited/${id}`, true)}
        onRemove={(id) => set(`invited/${id}`, null)}
      />
    </>
  )
}

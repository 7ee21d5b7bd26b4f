import type { JSX } from 'preact'
import { rowOf, rowsOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { sidesOf } from '../../records/kinds/partnership.ts'
import type { Fields } from '../../shared/value.ts'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'

type Side = 'here' | 'there'

const lists = { person: 'people', group: 'groups' } as const

/** The ids of the people and groups of one side. */
export const idsOnSide = (fields: Fields, side: Side): string[] =>
  (['groups', 'people'] as const).flatMap((list) =>
    sidesOf(fields, list).flatMap(({ id, value }) => (value === side ? id : [])),
  )

/** The people and groups of one side. */
export function WhoPart({ form, side, legend }: { form: Form; side: Side; legend: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const ids = idsOnSide(form.values, side)
  const chosen = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  const put = async (id: string, value: Side | null): Promise<void> => {
    const kind = (await rowOf(notebook, id))?.kind
    if (kind === 'person' || kind === 'group') form.set(`${lists[kind]}/${id}`, value)
  }
  return (
    <ManyPicker
      legend={legend}
      chosen={chosen}
      addText={t('partnerships.who.add')}
      searchText={t('partnerships.who.search')}
      find={(query) => findByName(notebook, ['person', 'group'], query)}
      onAdd={(id) => void put(id, side)}
      onRemove={(id) => void put(id, null)}
    />
  )
}

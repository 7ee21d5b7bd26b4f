import type { JSX } from 'preact'
import { countOf, rowOf, rowsOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { knownTowns } from '../../db/towns.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { TownField } from '../../ui/townfield.tsx'

/** Who is on it, or who is spoken of. */
export function PeoplePart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const ids = tickedIn(form.values, 'people')
  const people = useLive(() => rowsOf(notebook, ids), [notebook, ids.join(' ')]) ?? []
  return (
    <ManyPicker
      legend={t('chronicle.people')}
      chosen={people}
      addText={t('chronicle.addPerson')}
      searchText={t('chronicle.searchPerson')}
      find={(query) => findByName(notebook, ['person'], query)}
      onAdd={(id) => form.set(`people/${id}`, true)}
      onRemove={(id) => form.set(`people/${id}`, null)}
    />
  )
}

/** The town it comes from or speaks of. */
export function TownPart({ form }: { form: Form }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => knownTowns(notebook), [notebook])
  if (!towns) return null
  return (
    <TownField
      legend={t('chronicle.town')}
      value={textOf(form.values, 'town')}
      onChoose={(town) => form.set('town', town)}
      towns={towns}
    />
  )
}

/** The project it belongs to. */
export function ProjectPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const id = textOf(form.values, 'project')
  const project = useLive(async () => (id ? rowOf(notebook, id) : undefined), [notebook, id])
  return (
    <Picker
      label={t('chronicle.project')}
      chosen={(id && project?.label) || t('chronicle.noProject')}
      changeText={id ? t('chronicle.otherProject') : t('chronicle.chooseProject')}
      clearText={id ? t('chronicle.noProject') : undefined}
      searchText={t('chronicle.searchProject')}
      find={(query) => findByName(notebook, ['project'], query)}
      onPick={(picked) => form.set('project', picked)}
    />
  )
}

/** The partnership it belongs to; not asked where none is written down. */
export function PartnershipPart({ form }: { form: Form }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = textOf(form.values, 'partnership')
  const partnership = useLive(async () => (id ? rowOf(notebook, id) : undefined), [notebook, id])
  const count = useLive(() => countOf(notebook, 'partnership'), [notebook])
  if (!id && !count) return null
  return (
    <Picker
      label={t('chronicle.partnership')}
      chosen={(id && partnership?.label) || t('chronicle.noPartnership')}
      changeText={id ? t('chronicle.otherPartnership') : t('chronicle.choosePartnership')}
      clearText={id ? t('chronicle.noPartnership') : undefined}
      searchText={t('chronicle.searchPartnership')}
      find={(query) => findByName(notebook, ['partnership'], query)}
      onPick={(picked) => form.set('partnership', picked)}
    />
  )
}

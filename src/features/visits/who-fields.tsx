import type { JSX } from 'preact'
import { latestOf, newestOf, rowsOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { knownTowns } from '../../db/towns.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { Ticks } from '../../ui/choices.tsx'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'
import { TownField } from '../../ui/townfield.tsx'

export type Answers = Pick<Form, 'values' | 'set'>

/** As many people as one sees at once; the others are searched. */
const most = 6
/** How many visits back one remembers whom one met. */
const visitsBack = 10

/** The people who were met at the latest visits, then those whose page was changed last. */
async function likelyPeople(notebook: Notebook): Promise<Row[]> {
  const visits = await newestOf(notebook, 'visit', visitsBack)
  const met = visits.flatMap((visit) => tickedIn(visit.fields, 'people'))
  const changed = await latestOf(notebook, 'person', most)
  const ids = [...new Set([...met, ...changed.map((person) => person.id)])]
  return (await rowsOf(notebook, ids)).filter((person) => person.label).slice(0, most)
}

/** The people who were there: the likely ones to tick, all others to be searched. */
export function PeopleFields({ values, set }: Answers): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const ticked = tickedIn(values, 'people')
  const likely = useLive(() => likelyPeople(notebook), [notebook])
  const chosen = useLive(() => rowsOf(notebook, ticked), [notebook, ticked.join()])
  if (!likely) return null
  if (likely.length === 0 && ticked.length === 0) return <p class="secondary">{t('visits.nobodyYet')}</p>
  const others = (chosen ?? []).filter((person) => !likely.some((one) => one.id === person.id))
  return (
    <>
      {likely.length > 0 && (
        <Ticks
          legend={t('visits.people')}
          ticked={new Set(ticked)}
          onTick={(id, on) => set(`people/${id}`, on)}
          choices={likely.map((person) => ({ value: person.id, label: person.label }))}
        />
      )}
      <ManyPicker
        legend={t('visits.otherPeople')}
        chosen={others}
        addText={t('visits.findPerson')}
        searchText={t('visits.searchPerson')}
        find={async (query) =>
          (await findByName(notebook, ['person'], query)).filter((one) => !ticked.includes(one.id))
        }
        onAdd={(id) => set(`people/${id}`, true)}
        onRemove={(id) => set(`people/${id}`, false)}
      />
    </>
  )
}

/** The town of the visit. */
export function TownPart({ values, set }: Answers): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => knownTowns(notebook), [notebook])
  if (!towns) return null
  return (
    <TownField
      legend={t('visits.town')}
      value={textOf(values, 'town')}
      onChoose={(town) => set('town', town)}
      towns={towns}
    />
  )
}

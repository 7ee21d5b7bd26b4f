import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { elementsOf, tickedIn } from '../../records/fields.ts'
import { nobody, stranger } from '../../records/post.ts'
import type { Value } from '../../shared/value.ts'
import { Ticks } from '../../ui/choices.tsx'
import { ManyPicker } from '../../ui/many-picker.tsx'
import { useText } from '../../ui/text.ts'
import type { Material } from './read.ts'

/** As many names as one looks over at once; all others are searched. */
const most = 12

/** Those who have to do with the record and the photo, first. */
function likely({ about, people, standing }: Material): { id: string; label: string }[] {
  const lists = ['people', 'invited', 'answers/once']
  // What stands there besides says which part somebody has, or on whose side they are.
  const isNamed = (value: Value): true | undefined => (value === null || value === false ? undefined : true)
  const ids = new Set(lists.flatMap((list) => elementsOf(about.fields, list, isNamed)).map(({ id }) => id))
  return people.filter(({ id, label }) => ids.has(id) && label && standing.has(id)).slice(0, most)
}

type PartProps = { form: Form; material: Material; photo: string }

/** Who can be recognised in a photo: likely people to tick, others to be searched, nobody, or a stranger. */
export function WhoPart({ form, material, photo }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const list = `shown/${photo}`
  const shown = new Set(tickedIn(form.values, list))
  const offered = likely(material)
  const others = material.people.filter(({ id }) => shown.has(id) && !offered.some((one) => one.id === id))
  const tick = (id: string, isTicked: boolean): void => {
    form.set(`${list}/${id}`, isTicked)
    if (!isTicked) return
    // Nobody, and somebody, can't both be seen there.
    const wrong = id === nobody ? [...shown] : [nobody]
    for (const one of wrong) if (shown.has(one) && one !== id) form.set(`${list}/${one}`, false)
  }
  return (
    <>
      <Ticks
        legend={t('posts.whoIsIn')}
        ticked={shown}
        onTick={tick}
        choices={[
          ...offered.map(({ id, label }) => ({ value: id, label })),
          { value: stranger, label: t('posts.stranger') },
          { value: nobody, label: t('posts.nobody') },
        ]}
      />
      <ManyPicker
        legend={t('posts.others')}
        chosen={others}
        addText={t('posts.findPerson')}
        searchText={t('posts.searchName')}
        find={async (query) =>
          (await findByName(notebook, ['person'], query)).filter(({ id }) => !shown.has(id))
        }
        onAdd={(id) => tick(id, true)}
        onRemove={(id) => tick(id, false)}
      />
    </>
  )
}

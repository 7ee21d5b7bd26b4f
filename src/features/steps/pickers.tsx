import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { idsOfMe } from '../../db/who.ts'
import { textOf } from '../../records/fields.ts'
import { Button } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { projectBehind } from './belongs.ts'

/** Who does it: a person of the notebook, or, with one tap, the one at this device. */
export function WhoPicker({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const open = useOpen()
  const { notebook } = open
  const who = textOf(form.values, 'who')
  const person = useLive(async () => (who ? rowOf(notebook, who) : undefined), [notebook, who])
  const me = useLive(() => idsOfMe(open), [open])
  const [myself] = me ?? []
  return (
    <div class="stack tight">
      <Picker
        label={t('steps.who')}
        chosen={person?.label || t('steps.nobody')}
        changeText={who ? t('steps.whoOther') : t('steps.chooseWho')}
        clearText={who ? t('steps.nobody') : undefined}
        searchText={t('steps.searchName')}
        find={(query) => findByName(notebook, ['person'], query)}
        onPick={(id) => form.set('who', id)}
      />
      {myself && !me?.has(who) && (
        <Button icon="user" onPress={() => form.set('who', myself)}>
          {t('steps.me')}
        </Button>
      )}
    </div>
  )
}

const belongsTo = ['project', 'event', 'visit', 'person', 'group']

/** What it belongs to. */
export function AboutPicker({ form }: { form: Form }): JSX.Element {
  const { t, language } = useText()
  const notebook = useNotebook()
  const about = textOf(form.values, 'about')
  const row = useLive(async () => (about ? rowOf(notebook, about) : undefined), [notebook, about])
  const pick = async (id: string): Promise<void> => {
    const project = await projectBehind(notebook, id)
    form.set('about', id)
    form.set('project', project)
  }
  return (
    <Picker
      label={t('steps.about')}
      chosen={row?.label ? mediumDate(row.label, language) : t('steps.general')}
      changeText={about ? t('steps.aboutOther') : t('steps.chooseAbout')}
      clearText={about ? t('steps.general') : undefined}
      searchText={t('steps.searchName')}
      find={async (query) =>
        (await findByName(notebook, belongsTo, query)).map(({ id, label }) => ({
          id,
          label: mediumDate(label, language),
        }))
      }
      onPick={(id) => void pick(id)}
    />
  )
}

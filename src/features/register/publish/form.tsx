import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../../db/find.ts'
import { useForm } from '../../../db/form.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import { textOf } from '../../../records/fields.ts'
import { entryTypeOf } from '../../../records/kinds/publication.ts'
import { newId } from '../../../shared/ids.ts'
import { entryTypes, type EntryType } from '../../../shared/register/words.ts'
import type { Fields } from '../../../shared/value.ts'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Page } from '../../../ui/page.tsx'
import { replace, usePath } from '../../../ui/route.ts'
import { useText } from '../../../ui/text.ts'
import { useTries } from '../../../ui/tries.ts'
import { typeKeys } from '../words.ts'
import { beginningOf, publicKinds } from './begin.ts'
import { ContactFields } from './contact-fields.tsx'
import { FactFields } from './fact-fields.tsx'
import { readMaterial, type Material } from './material.ts'
import { NotHere } from './not-here.tsx'
import { TextFields } from './text-fields.tsx'
import { ThemeFields } from './theme-fields.tsx'
import { useMayPublish } from './use-may-publish.ts'
import { isWrong } from './wrong.ts'

type InsideProps = { record: string; initial: Fields; material: Material }

function Inside({ record, initial, material }: InsideProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const form = useForm('publication', record, initial)
  const tries = useTries()
  if (!form) return null
  const { values, set, commit, state } = form
  const type = entryTypeOf(values)
  const done = async (): Promise<void> => {
    if (isWrong(values)) return tries.refuse()
    // What was begun with is kept as well: whoever changes nothing of it wants it as it is.
    if (!textOf(values, 'writtenAt')) set('writtenAt', new Date(notebook.now()).toISOString())
    await commit()
    replace(`/register/${record}`)
  }
  const part = { form, type, material, isTried: tries.isTried }
  return (
    <form class="page stack" ref={tries.form} onSubmit={(event) => event.preventDefault()}>
      <p>{t('register.form.what')}</p>
      <TextFields {...part} />
      <FactFields {...part} />
      <ThemeFields {...part} />
      <ContactFields {...part} />
      <FormEnd state={state} done={t('register.form.done')} onDone={done} />
    </form>
  )
}

type Begun = { readonly record: string; readonly initial: Fields; readonly material: Material }

/** What the form begins with: an entry that is there, or a new one about a record; undefined for a record that is nothing for everybody. */
async function begin(
  notebook: ReturnType<typeof useNotebook>,
  { id, about, fresh, type }: { id: string; about: string; fresh: string; type: EntryType },
  language: Parameters<typeof beginningOf>[3],
): Promise<Begun | undefined> {
  const known = id ? await rowOf(notebook, id) : undefined
  if (known)
    return {
      record: id,
      initial: {},
      material: await readMaterial(notebook, textOf(known.fields, 'about')),
    }
  const source = about ? await rowOf(notebook, about) : undefined
  if (id || (about && !publicKinds.has(source?.kind ?? ''))) return undefined
  const own = entryTypes.find((one) => one === source?.kind) ?? type
  return {
    record: fresh,
    initial: await beginningOf(notebook, own, about, language),
    material: await readMaterial(notebook, about),
  }
}

/** Writes what is to stand in the public register, or changes it; on one page. */
export function PublicationForm({ params }: { params: { id?: string; about?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [fresh] = useState(newId)
  const type: EntryType = usePath() === '/register/experience' ? 'experience' : 'advice'
  const may = useMayPublish()
  const { id = '', about = '' } = params
  // Once: what arrives while somebody writes changes nothing under their hands.
  const begun = useLive(
    async () => ({ form: await begin(notebook, { id, about, fresh, type }, language) }),
    [notebook, id, about, type],
  )
  if (!may || !begun) return null
  const { form } = begun
  const title = form && !id && !about ? t(typeKeys[type]) : t('register.form.title')
  return (
    <Page title={title} parent={id ? `/register/${id}` : '/register/published'}>
      {may.isCoordinator && form ? (
        <Inside key={form.record} {...form} />
      ) : (
        <NotHere may={may} isNothing={!form} />
      )}
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

function Form(): JSX.Element | null {
  const { t } = useText()
  const [looked, setLooked] = useState(false)
  const form = useForm('notebook', useNotebook().space)
  if (!form) return null
  const name = textOf(form.values, 'name')
  const done = async (): Promise<void> => {
    setLooked(true)
    if (!name.trim()) return
    await form.commit()
    back('/members')
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('members.share.notebook')}
        most={100}
        value={name}
        message={looked && !name.trim() ? t('members.share.notebookMissing') : undefined}
        onInput={(value) => form.set('name', value)}
      />
      <FormEnd state={form.state} done={t('members.done')} onDone={done} />
    </form>
  )
}

/** The notebook's name, as everybody sees it. */
export function Rename(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('members.rename.title')} parent="/members">
      <Form />
    </Page>
  )
}

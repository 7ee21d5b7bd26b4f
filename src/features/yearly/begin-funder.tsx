import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { save } from '../../db/save.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** Begins the report on a project for those who paid for it. */
export function BeginFunder({ params }: { params: { about?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [funder, setFunder] = useState('')
  const id = params.about ?? ''
  const project = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!project) return null
  const begin = async (): Promise<void> => {
    const record = newId()
    const [from, to] = [textOf(project.fields, 'from'), textOf(project.fields, 'to')]
    const set = { kindOf: 'funder', project: id, funder: funder.trim(), from, to, language, state: 'draft' }
    await save(notebook, [{ record, kind: 'report', set, over: {} }])
    replace(`/yearly/${record}`)
  }
  return (
    <Page title={t('yearly.beginFunder')} parent={`/projects/${id}`}>
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <h2>{project.label || t('yearly.untitled')}</h2>
        <p>{t('yearly.funderExplain')}</p>
        <TextField
          label={t('yearly.funder')}
          hint={t('yearly.funderHint')}
          optional
          value={funder}
          onInput={setFunder}
        />
        <Button primary submit writes onPress={begin}>
          {t('yearly.make')}
        </Button>
      </form>
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { remove, restore } from '../../db/bin.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { projectBehind } from './belongs.ts'
import { AboutPicker, WhoPicker } from './pickers.tsx'
import { UntilField } from './until-field.tsx'
import { useToday } from './use-today.ts'

type FieldsProps = { record: string; isAdding: boolean; about: string; project: string }

function Fields({ record, isAdding, about, project }: FieldsProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const today = useToday()
  const [missing, setMissing] = useState(false)
  const [writtenAt] = useState(() => new Date(notebook.now()).toISOString())
  const form = useForm('step', record, { text: '', about, project, writtenAt })
  if (!form) return null
  const { values, set } = form
  const text = textOf(values, 'text')
  const done = async (): Promise<void> => {
    if (!text.trim()) {
      setMissing(true)
      window.scrollTo(0, 0)
      return
    }
    await form.commit()
    back('/steps')
  }
  const toBin = async (): Promise<void> => {
    await remove(notebook, [record])
    offerUndo(t('steps.deleted'), () => restore(notebook, [record]))
    back('/steps')
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t('steps.text')}
        message={missing && !text.trim() ? t('steps.textMissing') : undefined}
        most={1000}
        value={text}
        onInput={(value) => set('text', value)}
      />
      <UntilField value={textOf(values, 'until')} onChange={(date) => set('until', date)} today={today} />
      <WhoPicker form={form} />
      <AboutPicker form={form} />
      <FormEnd state={form.state} done={t('steps.done')} onDone={done} />
      {!isAdding && (
        <Buttons column>
          <Button danger icon="trash-2" onPress={toBin}>
            {t('steps.delete')}
          </Button>
        </Buttons>
      )}
    </form>
  )
}

/** Adds a next step, also to what somebody was just looking at, or changes one. */
export function StepForm({ params }: { params: { id?: string; about?: string } }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [fresh] = useState(newId)
  const about = params.about ?? ''
  const project = useLive(() => projectBehind(notebook, about), [notebook, about])
  return (
    <Page title={params.id ? t('steps.changeTitle') : t('steps.add')} parent="/steps">
      {project !== undefined && (
        <Fields
          key={params.id}
          record={params.id ?? fresh}
          isAdding={!params.id}
          about={about}
          project={project}
        />
      )}
    </Page>
  )
}

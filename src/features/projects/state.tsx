import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { today } from '../../ui/dates.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { lacksReason, StateFields } from './state-fields.tsx'
import { useTries } from '../../ui/tries.ts'

function Fields({ record }: { record: string }): JSX.Element | null {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const tries = useTries()
  const form = useForm('project', record)
  if (!form) return null
  const done = async (): Promise<void> => {
    if (lacksReason(form.values)) return tries.refuse()
    await form.commit()
    back(`/projects/${record}`)
  }
  return (
    <form class="page stack" ref={tries.form} onSubmit={(event) => event.preventDefault()}>
      <h2>{textOf(form.values, 'title') || t('projects.unnamed')}</h2>
      <StateFields form={form} now={now} isTried={tries.isTried} />
      <FormEnd state={form.state} done={t('projects.done')} onDone={done} />
    </form>
  )
}

/** Changes how a project stands, with what the others have to know of it, as one change. */
export function StateForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const id = params.id ?? ''
  return (
    <Page title={t('projects.state.change')} parent={`/projects/${id}`}>
      <Fields key={id} record={id} />
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { WhenField } from '../../ui/datefield.tsx'
import { today } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

function Fields({ record }: { record: string }): JSX.Element | null {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const form = useForm('idea', record)
  if (!form) return null
  const { values, set } = form
  const done = async (): Promise<void> => {
    await form.commit()
    back(`/ideas/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{textOf(values, 'title') || t('ideas.unnamed')}</h2>
      <WhenField
        legend={t('ideas.agreed.on')}
        value={textOf(values, 'agreedOn')}
        onChange={(day) => set('agreedOn', day)}
        today={now}
      />
      <TextField
        label={t('ideas.agreed.us')}
        optional
        value={textOf(values, 'agreedByUs')}
        onInput={(name) => set('agreedByUs', name)}
      />
      <TextField
        label={t('ideas.agreed.them')}
        optional
        value={textOf(values, 'agreedByThem')}
        onInput={(name) => set('agreedByThem', name)}
      />
      <FormEnd state={form.state} done={t('ideas.done')} onDone={done} />
    </form>
  )
}

/** Who agreed to an idea on either side, and when. */
export function AgreedForm({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const id = params.id ?? ''
  return (
    <Page title={t('ideas.agreed.title')} parent={`/ideas/${id}`}>
      <Fields key={id} record={id} />
    </Page>
  )
}

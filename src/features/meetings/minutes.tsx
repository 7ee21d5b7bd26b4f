import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { findMeeting, type Meeting } from './begin.ts'
import { closeMinutes } from './decided.ts'
import { Decisions } from './decisions.tsx'

function Fields({ meeting, record }: { meeting: Meeting; record: string }): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const { event, begun } = meeting
  const form = useForm('note', record, begun)
  if (!form) return null
  const { values, set } = form
  const done = async (): Promise<void> => {
    await form.commit()
    await closeMinutes(notebook, record, begun, {
      event: event.id,
      project: textOf(event.fields, 'project'),
    })
    replace(`/notes/${record}`)
  }
  return (
    <form class="page stack" onSubmit={(submitted) => submitted.preventDefault()}>
      <TextArea
        label={t('meetings.text')}
        hint={t('meetings.dictate')}
        value={textOf(values, 'text')}
        lang={textOf(values, 'language')}
        onInput={(text) => set('text', text)}
      />
      <Decisions form={form} />
      <FormEnd state={form.state} done={t('meetings.done')} onDone={done} />
    </form>
  )
}

/** The minutes of one date of an event: begun with what is known of it, or those that somebody has begun. */
export function Minutes({ params }: { params: { id?: string; occasion?: string } }): JSX.Element {
  const text = useText()
  const { t } = text
  const open = useOpen()
  const { id = '', occasion = 'once' } = params
  const [fresh] = useState(newId)
  const found = useLive(() => findMeeting(open, id, occasion, text), [open, id, occasion])
  // What the form was opened over stays what it is over, also when these very minutes are in the notebook at last.
  const [first, setFirst] = useState<Meeting>()
  if (found && !first) setFirst(found)
  const parent = occasion === 'once' ? `/events/${id}` : `/events/${id}/dates/${occasion}`
  return (
    <Page title={t('meetings.minutes')} parent={parent}>
      {first && <Fields meeting={first} record={first.minutes || fresh} />}
    </Page>
  )
}

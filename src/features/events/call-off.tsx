import type { JSX } from 'preact'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** Calls an event off, with the reason if one is given: it stays in sight, struck through. */
export function CallOff({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const id = params.id ?? ''
  const form = useForm('event', id)
  const done = async (): Promise<void> => {
    form?.set('isCancelled', true)
    await form?.commit()
    back(`/events/${id}`)
  }
  if (!form) return null
  return (
    <Page title={t('events.callOff')} parent={`/events/${id}`}>
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <h2>{textOf(form.values, 'title') || t('events.untitled')}</h2>
        <p>{t('events.callOffHint')}</p>
        <TextArea
          label={t('events.why')}
          optional
          most={1000}
          value={textOf(form.values, 'cancelledWhy')}
          onInput={(why) => form.set('cancelledWhy', why)}
        />
        <FormEnd state={form.state} done={t('events.callOffNow')} onDone={done} />
      </form>
    </Page>
  )
}

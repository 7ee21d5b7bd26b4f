import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import type { Shown } from '../../db/calendar/shown.ts'
import { useNotebook } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { back, href } from '../../ui/route.ts'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

/** What is written for an event: what is said to those who are invited, and what was said there. */
export function Beside({ event, shown }: { event: EventRow; shown: Shown | undefined }): JSX.Element | null {
  const { t } = useText()
  if (!shown || shown.state === 'cancelled') return null
  const path = `/events/${event.id}`
  const dated = shown.original === 'once' ? path : `${path}/dates/${shown.original}`
  return (
    <Buttons column>
      {!shown.isOver && (
        <LinkButton icon="mail" to={href(`${dated}/invite`)}>
          {t('events.inviteText')}
        </LinkButton>
      )}
      <LinkButton writes icon="notebook-pen" to={href(`${path}/minutes/${shown.original}`)}>
        {t('events.minutes')}
      </LinkButton>
    </Buttons>
  )
}

type DoingsProps = { event: EventRow; spoken: string; lang: string }

/** What one can do with the event as a whole; `lang` is the language of what is read aloud. */
export function Doings({ event, spoken, lang }: DoingsProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id } = event
  const name = event.label || t('events.untitled')
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('events.deleted', { name }), () => restore(notebook, [id]))
    back('/events')
  }
  const bringBack = async (): Promise<void> => {
    await change(notebook, [id], { isCancelled: false })
    offerUndo(t('events.isBack'), () => change(notebook, [id], { isCancelled: true }))
  }
  const isOff = event.fields['isCancelled'] === true
  const isSeries = textOf(event.fields, 'rule') !== ''
  return (
    <Buttons column>
      <Speak text={spoken} lang={lang} />
      <LinkButton icon="printer" to={href(`/events/${id}/print`)}>
        {t('events.print')}
      </LinkButton>
      <LinkButton writes icon="pencil" to={href(`/events/${id}/change`)}>
        {isSeries ? t('events.changeSeries') : t('events.change')}
      </LinkButton>
      <LinkButton writes icon="copy" to={href(`/events/new/${id}`)}>
        {t('events.copy')}
      </LinkButton>
      {isOff ? (
        <Button writes icon="undo-2" onPress={bringBack}>
          {t('events.bringBack')}
        </Button>
      ) : (
        <LinkButton writes icon="calendar-x" to={href(`/events/${id}/call-off`)}>
          {isSeries ? t('events.callOffSeries') : t('events.callOff')}
        </LinkButton>
      )}
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('events.delete')}
      </Button>
    </Buttons>
  )
}

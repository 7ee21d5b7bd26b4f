import type { JSX } from 'preact'
import { useForm } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { figureField, figuresOf } from '../../records/figures.ts'
import { longDate } from '../../ui/dates.ts'
import { FiguresField } from '../../ui/figures.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

/** What was counted at one date of an event; nothing of it has to be. */
export function FiguresForm({ params }: { params: { id?: string; occasion?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const { id = '', occasion = 'once' } = params
  const form = useForm('event', id)
  if (!form) return null
  const parent = occasion === 'once' ? `/events/${id}` : `/events/${id}/dates/${occasion}`
  const done = async (): Promise<void> => {
    await form.commit()
    back(parent)
  }
  const day = occasion === 'once' ? textOf(form.values, 'date') : occasion
  return (
    <Page title={t('events.figures')} parent={parent}>
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <div class="stack tight">
          <h2>{textOf(form.values, 'title') || t('events.untitled')}</h2>
          <p>{longDate(day, language)}</p>
          <p>{t('events.figuresHint')}</p>
        </div>
        <FiguresField
          figures={figuresOf(form.values, occasion)}
          onCount={(what, count) => form.set(figureField(occasion, what), count)}
        />
        <FormEnd state={form.state} done={t('events.done')} onDone={done} />
      </form>
    </Page>
  )
}

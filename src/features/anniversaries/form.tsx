import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { DateField } from '../../ui/datefield.tsx'
import { today as dayOf } from '../../ui/dates.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { titleOf } from './say.ts'
import { useAnniversary, type Known } from './use-anniversary.ts'

function Fields({ known, home }: { known: Known; home: string }): JSX.Element | null {
  const say = useText()
  const { t } = say
  const notebook = useNotebook()
  const [today] = useState(() => dayOf(new Date(notebook.now())))
  const { partnership, anniversary } = known
  const form = useForm('partnership', partnership.id)
  if (!form) return null
  const done = async (): Promise<void> => {
    await form.commit()
    back(home)
  }
  const [planned, celebrated] = [`plannedOn/${anniversary.key}`, `celebratedOn/${anniversary.key}`]
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{titleOf(anniversary.years, partnership, known.with, say)}</h2>
      <DateField
        legend={t('anniversaries.plannedFor')}
        value={textOf(form.values, planned)}
        onChange={(day) => form.set(planned, day)}
        today={today}
      />
      <DateField
        legend={t('anniversaries.celebratedOn')}
        value={textOf(form.values, celebrated)}
        onChange={(day) => form.set(celebrated, day)}
        today={today}
      />
      <FormEnd state={form.state} done={t('anniversaries.done')} onDone={done} />
    </form>
  )
}

/** When a celebration is meant to be, and when it was: both are worth keeping where it was put off. */
export function CelebrationForm({
  params,
}: {
  params: { id?: string; anniversary?: string }
}): JSX.Element | null {
  const { t } = useText()
  const { id = '', anniversary = '' } = params
  const known = useAnniversary(id, anniversary)
  const home = `/anniversaries/${id}/${anniversary}`
  if (known === undefined) return null
  return (
    <Page title={t('anniversaries.days')} parent={home}>
      {known ? <Fields known={known} home={home} /> : <p class="page">{t('anniversaries.unknown')}</p>}
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { reportKindOf } from '../../records/report.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { isPeriod, PeriodFields } from './period-fields.tsx'

function Inside({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [now] = useState(() => today(new Date(notebook.now())))
  const [isTried, setTried] = useState(false)
  const form = useForm('report', id)
  if (!form || form.isNew) return null
  const { values, set } = form
  const isYearly = reportKindOf(values) === 'yearly'
  const period = { from: textOf(values, 'from'), to: textOf(values, 'to') }
  const done = async (): Promise<void> => {
    if (isYearly && !isPeriod(period)) return setTried(true)
    await form.commit()
    back(`/yearly/${id}`)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t('yearly.contact')}
        hint={t('yearly.contactHint')}
        optional
        most={500}
        value={textOf(values, 'contact')}
        onInput={(value) => set('contact', value)}
      />
      {isYearly ? (
        <PeriodFields
          period={period}
          onChange={(part) => Object.entries(part).forEach(([field, day]) => set(field, day))}
          isTried={isTried}
          today={now}
        />
      ) : (
        <TextField
          label={t('yearly.funder')}
          hint={t('yearly.funderHint')}
          optional
          value={textOf(values, 'funder')}
          onInput={(value) => set('funder', value)}
        />
      )}
      <Choices
        legend={t('yearly.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <FormEnd state={form.state} done={t('yearly.done')} onDone={done} />
    </form>
  )
}

/** What a report is about, in which language, and whom to ask. */
export function ChangeReport({ params }: { params: { id?: string } }): JSX.Element {
  const { t } = useText()
  const id = params.id ?? ''
  return (
    <Page title={t('yearly.change')} parent={`/yearly/${id}`}>
      <Inside id={id} />
    </Page>
  )
}

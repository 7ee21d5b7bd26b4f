import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { eventTypeOf, eventTypes } from '../../records/event-types.ts'
import { textOf } from '../../records/fields.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'
import { typeKeys, type Fitting } from './types.ts'

/** What kind of event it is; asked for only if somebody likes to say so. */
export function TypePart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const type = eventTypeOf(form.values)
  const [isOpen, setOpen] = useState(type !== undefined)
  if (!isOpen)
    return (
      <Button icon="list" onPress={() => setOpen(true)}>
        {t('events.type.say')}
      </Button>
    )
  return (
    <Choices
      legend={t('events.type.legend')}
      beside="wide"
      value={type ?? ''}
      onChoose={(chosen) => form.set('type', chosen)}
      choices={[
        ...eventTypes.map((one) => ({ value: one, label: t(typeKeys[one]) })),
        { value: '', label: t('events.type.other') },
      ]}
    />
  )
}

/** Fields of an event that stand near the top or further down, whichever fits its kind. */
export function FittingPart({ form, fields }: { form: Form; fields: readonly Fitting[] }): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const byName: { readonly [field in Fitting]: JSX.Element } = {
    link: (
      <TextField
        key="link"
        label={t('events.link')}
        hint={t('events.linkHint')}
        optional
        most={1000}
        value={textOf(values, 'link')}
        onInput={(link) => set('link', link.trim())}
      />
    ),
    dialIn: (
      <TextField
        key="dialIn"
        label={t('events.dialIn')}
        hint={t('events.dialInHint')}
        optional
        type="tel"
        most={100}
        value={textOf(values, 'dialIn')}
        onInput={(number) => set('dialIn', number)}
      />
    ),
    agenda: (
      <TextArea
        key="agenda"
        label={t('events.agenda')}
        hint={t('events.agendaHint')}
        optional
        most={8000}
        value={textOf(values, 'agenda')}
        onInput={(agenda) => set('agenda', agenda)}
      />
    ),
    programme: (
      <TextArea
        key="programme"
        label={t('events.programme')}
        hint={t('events.programmeHint')}
        optional
        most={8000}
        value={textOf(values, 'programme')}
        onInput={(programme) => set('programme', programme)}
      />
    ),
  }
  return <>{fields.map((field) => byName[field])}</>
}

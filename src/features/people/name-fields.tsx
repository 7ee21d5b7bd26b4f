import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

/** Given and family name in the order of the person's own language, and a name as shown that wins over both. */
export function NameFields({ form, isMissing }: { form: Form; isMissing: boolean }): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const familyFirst = values['familyFirst'] === true
  const message = isMissing ? t('people.nameMissing') : undefined
  const given = (
    <TextField
      key="given"
      label={t('people.givenName')}
      message={familyFirst ? undefined : message}
      value={textOf(values, 'givenName')}
      onInput={(value) => set('givenName', value)}
    />
  )
  const family = (
    <TextField
      key="family"
      label={t('people.familyName')}
      message={familyFirst ? message : undefined}
      value={textOf(values, 'familyName')}
      onInput={(value) => set('familyName', value)}
    />
  )
  return (
    <>
      {familyFirst ? [family, given] : [given, family]}
      <Choices
        legend={t('people.order')}
        beside="narrow"
        value={familyFirst ? 'family' : 'given'}
        onChoose={(first) => set('familyFirst', first === 'family')}
        choices={[
          { value: 'given', label: t('people.givenFirst') },
          { value: 'family', label: t('people.familyFirst') },
        ]}
      />
      <TextField
        label={t('people.shownName')}
        hint={t('people.shownNameHint')}
        optional
        value={textOf(values, 'shownName')}
        onInput={(value) => set('shownName', value)}
      />
    </>
  )
}

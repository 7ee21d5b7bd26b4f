import type { JSX } from 'preact'
import { textOf } from '../../../records/fields.ts'
import { TextField } from '../../../ui/field.tsx'
import { useText } from '../../../ui/text.ts'
import type { PartProps } from './part.ts'
import { isWrong } from './wrong.ts'

/** How one reaches the association. */
export function ContactFields({ form, isTried }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('register.contact')}</legend>
      <p class="hint">{t('register.form.contactHint')}</p>
      <TextField
        label={t('register.mail')}
        optional
        type="email"
        inputMode="email"
        message={isTried && isWrong(values, 'mail') ? t('register.mailWrong') : undefined}
        most={200}
        value={textOf(values, 'mail')}
        onInput={(text) => set('mail', text)}
      />
      <TextField
        label={t('register.web')}
        optional
        message={isTried && isWrong(values, 'web') ? t('register.form.webWrong') : undefined}
        value={textOf(values, 'web')}
        onInput={(text) => set('web', text)}
      />
      <TextField
        label={t('register.phone')}
        optional
        type="tel"
        inputMode="tel"
        message={isTried && isWrong(values, 'phone') ? t('register.form.phoneWrong') : undefined}
        most={40}
        value={textOf(values, 'phone')}
        onInput={(text) => set('phone', text)}
      />
    </fieldset>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dialable } from '../../shared/phone.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormState } from '../../ui/form-state.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useKeptSettings, type KeptSettings } from './kept.ts'

function Fields({ values, set, state, flush }: KeptSettings): JSX.Element {
  const { t } = useText()
  const [looked, setLooked] = useState(false)
  const phone = values.helperPhone.trim()
  const cannotDial = phone !== '' && dialable(phone) === ''
  const done = async (): Promise<void> => {
    await flush()
    if (cannotDial) setLooked(true)
    else back('/help')
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <p>{t('settings.helperExplain')}</p>
      <TextField
        label={t('settings.helperName')}
        value={values.helperName}
        onInput={(value) => set('helperName', value)}
      />
      <TextField
        label={t('settings.helperPhone')}
        type="tel"
        hint={t('settings.helperPhoneHint')}
        message={looked && cannotDial ? t('settings.cannotDial') : undefined}
        value={values.helperPhone}
        onInput={(value) => set('helperPhone', value)}
      />
      <TextField
        label={t('settings.myName')}
        hint={t('settings.myNameHint')}
        optional
        autocomplete="name"
        value={values.myName}
        onInput={(value) => set('myName', value)}
      />
      <FormState state={state} />
      <Button primary submit onPress={done}>
        {t('settings.done')}
      </Button>
    </form>
  )
}

/** Whom to call when something is unclear, and who is writing here. */
export function HelperScreen(): JSX.Element | null {
  const { t } = useText()
  const kept = useKeptSettings()
  if (!kept) return null
  return (
    <Page title={t('settings.helper')} parent="/help">
      <Fields {...kept} />
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Email, Phone } from '../shared/contact.ts'
import { dialable } from '../shared/phone.ts'
import { Button, Buttons, LinkButton } from './button.tsx'
import { phoneLabelKeys } from './entries.tsx'
import { State } from './status.tsx'
import { useText } from './text.ts'

/** Copies a text and says that it did. */
export function CopyButton({
  text,
  children,
  copied,
  onCopied,
}: {
  text: string
  children: string
  copied: string
  onCopied?: () => void
}): JSX.Element {
  const [done, setDone] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    onCopied?.()
  }
  return (
    <>
      <Button icon="copy" onPress={copy}>
        {children}
      </Button>
      {done && (
        <State look="shared" icon="check">
          {copied}
        </State>
      )}
    </>
  )
}

/** One number in one large line; many dial it on another telephone. */
export function PhoneLine({ phone, primary }: { phone: Phone; primary: boolean }): JSX.Element {
  const { t } = useText()
  return (
    <section class="card stack tight">
      <p class="eyebrow">{t(phoneLabelKeys[phone.label])}</p>
      <p class="number">{phone.number}</p>
      <Buttons column>
        <LinkButton primary={primary} icon="phone" to={`tel:${dialable(phone.number)}`}>
          {t('ui.phone.call')}
        </LinkButton>
        <CopyButton text={phone.number} copied={t('ui.phone.copied')}>
          {t('ui.phone.copy')}
        </CopyButton>
      </Buttons>
    </section>
  )
}

/** One address to write to. */
export function EmailLine({ email }: { email: Email }): JSX.Element {
  const { t } = useText()
  return (
    <section class="card stack tight">
      <p class="eyebrow">{t('ui.email.address')}</p>
      <p class="address">{email.address}</p>
      <Buttons column>
        <LinkButton icon="mail" to={`mailto:${encodeURIComponent(email.address)}`}>
          {t('ui.email.write')}
        </LinkButton>
      </Buttons>
    </section>
  )
}

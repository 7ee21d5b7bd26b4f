import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dialable } from '../shared/phone.ts'
import { Button, Buttons, LinkButton } from './button.tsx'
import { Picture } from './picture.tsx'
import { href } from './route.ts'
import { Section } from './rows.tsx'
import { useText } from './text.ts'

function Nobody({ beside }: { beside?: boolean }): JSX.Element {
  const { t } = useText()
  return (
    <Section title={t('help.who')}>
      <div class="card stack tight">
        {!beside && <Picture name="door-help" look="r31" />}
        <p>{t('help.nobody')}</p>
        <LinkButton primary={!beside} icon="pencil" to={href('/helper')}>
          {t('help.enterHelper')}
        </LinkButton>
      </div>
    </Section>
  )
}

type HelperProps = {
  name: string
  phone: string
  /** Stands beside what the page is about, which has the one filled button. */
  beside?: boolean
}

/** The person who helps, the number in large digits, to be called, copied or dialled on another telephone. */
export function Helper({ name, phone, beside = false }: HelperProps): JSX.Element {
  const { t } = useText()
  const [said, setSaid] = useState('')
  if (!name && !phone) return <Nobody beside={beside} />
  const number = dialable(phone)
  const copy = async (): Promise<void> => {
    // Reached only by a tap; a browser that refuses leaves the number in sight.
    await navigator.clipboard.writeText(phone).then(
      () => setSaid(t('help.copied')),
      () => setSaid(t('help.notCopied')),
    )
  }
  return (
    <Section title={t('help.who')}>
      <div class="card stack tight">
        {name && <p>{name}</p>}
        {phone && <p class="number">{phone}</p>}
        {!phone && <p>{t('help.noNumber')}</p>}
        <p role="status">{said}</p>
        <Buttons column>
          <LinkButton icon="pencil" to={href('/helper')}>
            {t('help.changeHelper')}
          </LinkButton>
          {phone && (
            <Button icon="copy" onPress={copy}>
              {t('help.copy')}
            </Button>
          )}
          {number && (
            <LinkButton primary={!beside} icon="phone" to={`tel:${number.replaceAll('#', '%23')}`}>
              {t('help.call')}
            </LinkButton>
          )}
        </Buttons>
      </div>
    </Section>
  )
}

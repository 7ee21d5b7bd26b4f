import type { JSX } from 'preact'
import { dialable } from '../../shared/phone.ts'
import type { Content } from '../../shared/register/content.ts'
import { shownText } from '../../shared/register/text.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** A page of the internet: opened beside the app, told nothing of it. */
export const WebButton = ({ to, children }: { to: string; children: string }): JSX.Element => (
  <a class="button" href={to} target="_blank" rel="noopener noreferrer">
    <span>{children}</span>
  </a>
)

const letterTo = (mail: string, subject: string): string =>
  `mailto:${encodeURIComponent(mail)}?subject=${encodeURIComponent(subject)}`

/** How one reaches who published something. Only what the register's own check let through becomes a link. */
export function Contact({ content }: { content: Content }): JSX.Element | null {
  const { t } = useText()
  const { mail, web, phone } = content.contact
  const link = 'link' in content ? content.link : ''
  if (!mail && !web && !phone && !link) return null
  return (
    <Section title={t('register.contact')}>
      <div class="stack tight">
        {mail && (
          <p class="address">
            <bdi>{mail}</bdi>
          </p>
        )}
        {phone && (
          <p class="number">
            <bdi>{phone}</bdi>
          </p>
        )}
        {web && (
          <p class="address">
            <bdi>{web}</bdi>
          </p>
        )}
        <Buttons column>
          {mail && (
            <LinkButton icon="mail" to={letterTo(mail, shownText(content.title))}>
              {t('ui.email.write')}
            </LinkButton>
          )}
          {phone && (
            <LinkButton icon="phone" to={`tel:${dialable(phone)}`}>
              {t('ui.phone.call')}
            </LinkButton>
          )}
          {web && <WebButton to={web}>{t('register.openWeb')}</WebButton>}
          {link && <WebButton to={link}>{t('register.openLink')}</WebButton>}
        </Buttons>
      </div>
    </Section>
  )
}

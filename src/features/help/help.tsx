import type { JSX } from 'preact'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { LinkButton } from '../../ui/button.tsx'
import { LegalLinks } from '../../ui/legal.tsx'
import { Helper } from '../../ui/helper.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { VersionSection } from './version-section.tsx'

/** Somebody to call, and short answers to what is asked most. */
export function Help(): JSX.Element | null {
  const { t } = useText()
  const { device } = useOpen()
  const settings = useLive(() => readSettings(device), [device])
  if (!settings) return null
  return (
    <Page title={t('help.title')} parent="/">
      <div class="page">
        <div class="columns aside">
          <Helper name={settings.helperName} phone={settings.helperPhone} />
          <div class="stack">
            <Section title={t('help.firstSteps.title')}>
              <div class="stack tight">
                <p>{t('help.firstSteps.answer')}</p>
                <LinkButton icon="lightbulb" to={href('/first-steps')}>
                  {t('help.firstSteps.open')}
                </LinkButton>
              </div>
            </Section>
            <Section title={t('help.note.title')}>
              <p>{t('help.note.answer')}</p>
            </Section>
            <Section title={t('help.find.title')}>
              <p>{t('help.find.answer')}</p>
            </Section>
            <Section title={t('help.deleted.title')}>
              <div class="stack tight">
                <p>{t('help.deleted.answer')}</p>
                <LinkButton writes icon="trash-2" to={href('/deleted')}>
                  {t('help.deleted.open')}
                </LinkButton>
              </div>
            </Section>
            <Section title={t('help.offline.title')}>
              <p>{t('help.offline.answer')}</p>
            </Section>
            <Section title={t('help.letters.title')}>
              <div class="stack tight">
                <p>{t('help.letters.answer')}</p>
                <LinkButton icon="type" to={href('/display')}>
                  {t('help.letters.open')}
                </LinkButton>
              </div>
            </Section>
          </div>
          <Section title={t('help.join.title')}>
            <div class="stack tight">
              <p>{t('help.join.answer')}</p>
              <LinkButton icon="users" to={href('/join')}>
                {t('help.join.open')}
              </LinkButton>
            </div>
          </Section>
          <Section title={t('help.legal.title')}>
            <div class="stack tight">
              <p>{t('help.legal.answer')}</p>
              <LegalLinks />
            </div>
          </Section>
          <VersionSection />
        </div>
      </div>
    </Page>
  )
}

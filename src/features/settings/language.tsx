import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { languageNames, languages } from '../../shared/language.ts'
import { Choices } from '../../ui/choices.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** The language of the screens; each stands there under its own name. */
export function LanguageScreen(): JSX.Element {
  const { t, language, choose } = useText()
  const [first] = useState(language)
  return (
    <Page title={t('settings.language')} parent="/more">
      <div class="page stack">
        <Choices
          legend={t('settings.whichLanguage')}
          value={language}
          onChoose={choose}
          choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
        />
        <p>{t('settings.languageOfNotes')}</p>
        <LinkButton icon="languages" to={href('/translate/languages')}>
          {t('settings.otherLanguages')}
        </LinkButton>
        {language === first ? (
          <div role="status" />
        ) : (
          <State look="shared" icon="check">
            {t('settings.languageKept')}
          </State>
        )}
      </div>
    </Page>
  )
}

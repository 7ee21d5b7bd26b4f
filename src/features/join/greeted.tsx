import type { JSX } from 'preact'
import type { Greeting } from '../../sync/verbs.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { LegalLinks } from '../../ui/legal.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

function seesKey({ own, role }: Greeting): TextKey {
  if (own) return 'join.seesOwn'
  if (role === 'coordinator') return 'join.seesSheet'
  return role === 'member' ? 'join.seesMember' : 'join.seesReader'
}

function titleKey({ own, role }: Greeting): TextKey {
  if (own) return 'join.ownTitle'
  return role === 'coordinator' ? 'join.back' : 'join.welcome'
}

type GreetedProps = { greeting: Greeting; onAccept: () => void }

/** Who invites to what, what will be seen there, and one button. */
export function Greeted({ greeting, onAccept }: GreetedProps): JSX.Element {
  const { t, language, choose } = useText()
  const { inviter, notebook, own, role } = greeting
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h1>{t(titleKey(greeting))}</h1>
        <div class="by">
          <Portrait initials={initialsOf(inviter || notebook)} />
          <div>
            {!own && role !== 'coordinator' && inviter && <p>{t('join.invites', { name: inviter })}</p>}
            <p>
              <strong>{notebook}</strong>
            </p>
          </div>
        </div>
        <p>{t(seesKey(greeting))}</p>
      </div>
      <Choices
        legend={t('join.language')}
        beside="narrow"
        value={language}
        onChoose={choose}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <LegalLinks />
      <Button primary submit iconBehind="arrow-right" onPress={onAccept}>
        {t('join.title')}
      </Button>
    </form>
  )
}

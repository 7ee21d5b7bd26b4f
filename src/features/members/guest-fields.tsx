import type { JSX } from 'preact'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

/** As what somebody comes: to write, to read, or as a further device of mine. */
export type As = 'member' | 'reader' | 'own'

export type Chosen = {
  readonly guest: string
  readonly as: As
  readonly language: Language
  readonly helper: string
  readonly phone: string
}

const asKeys: {
  readonly [as in As]: { readonly label: TextKey; readonly hint: TextKey; readonly sees: TextKey }
} = {
  member: {
    label: 'members.role.member',
    hint: 'members.role.memberHint',
    sees: 'members.invite.memberSees',
  },
  reader: {
    label: 'members.role.reader',
    hint: 'members.role.readerHint',
    sees: 'members.invite.readerSees',
  },
  own: { label: 'members.invite.ownTitle', hint: 'members.invite.ownHint', sees: 'members.invite.ownSees' },
}

type GuestFieldsProps = {
  chosen: Chosen
  ways: readonly As[]
  onChoose: (part: Partial<Chosen>) => void
}

/** Who is invited, as what, in which language, and whom they can call. */
export function GuestFields({ chosen, ways, onChoose }: GuestFieldsProps): JSX.Element {
  const { t } = useText()
  const isOwn = chosen.as === 'own'
  return (
    <>
      {ways.length > 1 && (
        <Choices
          legend={t('members.invite.asWhat')}
          value={chosen.as}
          onChoose={(as) => onChoose({ as })}
          choices={ways.map((as) => ({ value: as, label: t(asKeys[as].label), hint: t(asKeys[as].hint) }))}
        />
      )}
      <p class="card">{t(asKeys[chosen.as].sees)}</p>
      {!isOwn && (
        <>
          <TextField
            label={t('members.invite.name')}
            optional
            most={40}
            value={chosen.guest}
            onInput={(guest) => onChoose({ guest })}
          />
          <Choices
            legend={t('members.invite.language')}
            beside="narrow"
            value={chosen.language}
            onChoose={(language) => onChoose({ language })}
            choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
          />
          <fieldset class="stack tight">
            <legend class="label">{t('members.invite.helper')}</legend>
            <TextField
              label={t('members.invite.helperName')}
              optional
              most={60}
              value={chosen.helper}
              onInput={(helper) => onChoose({ helper })}
            />
            <TextField
              label={t('members.invite.helperPhone')}
              optional
              type="tel"
              most={40}
              value={chosen.phone}
              onInput={(phone) => onChoose({ phone })}
            />
          </fieldset>
        </>
      )}
    </>
  )
}

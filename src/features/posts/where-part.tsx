import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { toSomebody } from '../../records/post.ts'
import { sortByName } from '../../shared/collate.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { uses } from '../../shared/uses.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfUse } from '../../ui/use-words.ts'
import type { Material } from './read.ts'

type PartProps = { form: Form; material: Material }

/** On which channel the post shall stand, or that it goes to somebody; and in which language. */
export function WherePart({ form, material }: PartProps): JSX.Element {
  const { t, language } = useText()
  const { values, set } = form
  const channels = sortByName(material.channels, ({ label }) => label, language)
  const chosen = channels.find(({ id }) => id === values['channel'])
  return (
    <>
      <Choices
        legend={t('posts.where')}
        value={textOf(values, 'channel') || undefined}
        onChoose={(channel) => set('channel', channel)}
        choices={[
          ...channels.map(({ id, label, fields }) => {
            const use = uses.find((one) => one === fields['use'])
            return { value: id, label, ...(use ? { hint: t(wordsOfUse[use]) } : {}) }
          }),
          { value: toSomebody, label: t('posts.somebody') },
        ]}
      />
      {channels.length === 0 && (
        <LinkButton writes icon="plus" to={href('/channels/new')}>
          {t('posts.addChannel')}
        </LinkButton>
      )}
      {chosen && !uses.some((use) => use === chosen.fields['use']) && (
        <Status look="waiting" icon="info" to={href(`/channels/${chosen.id}/change`)}>
          {t('posts.unknownUse')}
        </Status>
      )}
      <Choices
        legend={t('posts.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
    </>
  )
}

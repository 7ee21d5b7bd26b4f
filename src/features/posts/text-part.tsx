import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import type { Found, Names } from '../../records/names.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { translateIntoKeys } from '../../ui/own-words.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import type { Material } from './read.ts'
import { lacksTranslation, omission, type Say } from './tell.ts'

/** Longer ones are seldom read to their end. */
const pleasant = 600
/** As long as a letter: whoever writes more writes no post. */
const most = 5000

type NamesProps = { found: readonly Found[]; material: Material; onTakeOut: () => void }

/** Whose names stand there without their agreement, and the ways out: their page, or without the name. */
function FoundNames({ found, material, onTakeOut }: NamesProps): JSX.Element {
  const { t } = useText()
  const ids = [...new Set(found.flatMap((one) => one.ids))]
  const people = material.people.filter(({ id }) => ids.includes(id))
  return (
    <div class="stack tight" role="alert">
      {people.map(({ id, label }) => (
        <Status key={id} look="problem" icon="circle-alert" to={href(`/people/${id}/change`)}>
          {t('posts.mayNotBeNamed', { name: label })}
        </Status>
      ))}
      <Button icon="x" onPress={onTakeOut}>
        {t('posts.takeNamesOut')}
      </Button>
    </div>
  )
}

type PartProps = {
  form: Form
  material: Material
  names: Names
  text: string
  made: string
  say: Say
}

/** The text, which somebody may change as they like; names that may not leave are told at once. */
export function TextPart({ form, material, names, text, made, say }: PartProps): JSX.Element {
  const { t } = useText()
  const found = names.findIn(text)
  const count = [...text].length
  const before = form.values['text'] ?? null
  const anew = (): void => {
    form.set('text', null)
    offerUndo(t('posts.madeAnew'), () => Promise.resolve(form.set('text', before)))
  }
  return (
    <>
      {lacksTranslation(material, say.language) && (
        <>
          <p>{t('posts.noTranslation')}</p>
          <LinkButton writes icon="languages" to={href(`/translate/${material.about.id}/${say.language}`)}>
            {t(translateIntoKeys[say.language])}
          </LinkButton>
        </>
      )}
      <TextArea
        label={t('posts.text')}
        hint={t(count > pleasant ? 'posts.long' : 'posts.short', { count })}
        most={most}
        value={text}
        lang={say.language}
        onInput={(typed) => form.set('text', typed)}
      />
      {text.includes(omission) && <p>{t('posts.omitted')}</p>}
      {found.length > 0 && (
        <FoundNames found={found} material={material} onTakeOut={() => form.set('text', names.mask(text))} />
      )}
      {text !== made && (
        <Button icon="refresh-cw" onPress={anew}>
          {t('posts.anew')}
        </Button>
      )}
    </>
  )
}

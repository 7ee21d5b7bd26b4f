import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'
import { PhotoPart } from './photo-part.tsx'
import { WhoPart } from './who-part.tsx'
import { sideKeys, type Sides } from './words.ts'

/** What a partnership can be written down without: who looks after it, a text, a picture. */
export function MorePart({ form, sides }: { form: Form; sides: Sides }): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <>
      {(['here', 'there'] as const).map((side) => (
        <WhoPart
          key={side}
          form={form}
          side={side}
          legend={t('partnerships.who.in', { town: sides[side] || t(sideKeys[side]) })}
        />
      ))}
      <TextArea
        label={t('partnerships.text')}
        optional
        most={8000}
        lang={textOf(values, 'language')}
        value={textOf(values, 'text')}
        onInput={(text) => set('text', text)}
      />
      <Choices
        legend={t('ui.own.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <PhotoPart form={form} />
    </>
  )
}

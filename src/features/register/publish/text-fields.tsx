import type { JSX } from 'preact'
import { textOf } from '../../../records/fields.ts'
import { languageNames, languages, type Language } from '../../../shared/language.ts'
import { registerLimits as most } from '../../../shared/register/limits.ts'
import { Choices } from '../../../ui/choices.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { useText, type TextKey } from '../../../ui/text.ts'
import type { PartProps } from './part.ts'
import { isWrong } from './wrong.ts'

/** What is asked for the text: it says what for. */
const askedKeys: { readonly [type in PartProps['type']]: TextKey } = {
  partnership: 'register.form.text',
  project: 'register.form.text',
  event: 'register.form.text',
  idea: 'register.form.text',
  experience: 'register.form.experience',
  advice: 'register.form.question',
}

/** A text in each language, the reader's own first. */
function InLanguages({
  form,
  list,
  legend,
}: Pick<PartProps, 'form'> & { list: 'texts' | 'again'; legend: string }): JSX.Element {
  const { language: own } = useText()
  const order: readonly Language[] = [own, ...languages.filter((language) => language !== own)]
  return (
    <fieldset class="stack tight">
      <legend class="label">{legend}</legend>
      {order.map((language) => (
        <TextArea
          key={language}
          label={languageNames[language]}
          optional
          lang={language}
          most={most.paragraph}
          value={textOf(form.values, `${list}/${language}`)}
          onInput={(text) => form.set(`${list}/${language}`, text)}
        />
      ))}
    </fieldset>
  )
}

/** Who publishes, the title and its language, and a text in each language. */
export function TextFields({ form, type, isTried }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <div class="stack">
      <TextField
        label={t('register.association')}
        message={
          isTried && isWrong(values, 'association') ? t('register.form.associationMissing') : undefined
        }
        most={most.name}
        value={textOf(values, 'association')}
        onInput={(text) => set('association', text)}
      />
      <TextField
        label={t('register.titleField')}
        message={isTried && isWrong(values, 'title') ? t('register.form.titleMissing') : undefined}
        most={most.title}
        value={textOf(values, 'title')}
        onInput={(text) => set('title', text)}
      />
      <Choices
        legend={t('register.language')}
        beside="wide"
        value={languages.find((language) => language === values['language'])}
        onChoose={(language) => set('language', language)}
        choices={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
      />
      {type === 'experience' && (
        <TextField
          label={t('register.withWhom')}
          optional
          most={most.line}
          value={textOf(values, 'withWhom')}
          onInput={(text) => set('withWhom', text)}
        />
      )}
      <InLanguages form={form} list="texts" legend={t(askedKeys[type])} />
      {type === 'experience' && <InLanguages form={form} list="again" legend={t('register.again')} />}
    </div>
  )
}

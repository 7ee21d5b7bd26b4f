import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

/** What the town is called in other languages, where the association wants that. */
export function NamesPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('towns.otherNames')}</legend>
      <p class="hint">{t('towns.otherNamesHint')}</p>
      {languages.map((language) => (
        <TextField
          key={language}
          label={languageNames[language]}
          optional
          lang={language}
          value={textOf(form.values, `names/${language}`)}
          onInput={(name) => form.set(`names/${language}`, name)}
        />
      ))}
    </fieldset>
  )
}

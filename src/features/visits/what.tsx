import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { TextArea } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'
import { Onward } from './question.tsx'
import type { StepProps } from './way.ts'

/** What was done together, in the writer's own words. */
export function AskWhat({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  return (
    <>
      <h1>{t('visits.askWhat')}</h1>
      <TextArea
        label={t('visits.story')}
        optional
        hint={t('visits.dictate')}
        value={textOf(form.values, 'story')}
        lang={textOf(form.values, 'language')}
        onInput={(story) => form.set('story', story)}
      />
      <Onward form={form} onNext={way.onward} />
    </>
  )
}

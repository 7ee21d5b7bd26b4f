import type { JSX } from 'preact'
import { useText } from '../../ui/text.ts'
import { Onward } from './question.tsx'
import type { StepProps } from './way.ts'
import { PeopleFields, TownPart } from './who-fields.tsx'

/** Who was there, and in which town: nearly always one tap. */
export function AskWho({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  return (
    <>
      <h1>{t('visits.askWho')}</h1>
      <PeopleFields values={form.values} set={form.set} />
      <TownPart values={form.values} set={form.set} />
      <Onward form={form} onNext={way.onward} />
    </>
  )
}

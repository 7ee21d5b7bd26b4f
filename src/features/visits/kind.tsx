import type { JSX } from 'preact'
import { visitTypes, type VisitType } from '../../records/kinds/visit.ts'
import { FormState } from '../../ui/form-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Picture } from '../../ui/picture.tsx'
import { useText } from '../../ui/text.ts'
import type { StepProps } from './way.ts'
import { pictureOf, typeKeys, typeOf } from './words.ts'

/** What kind of visit it was: a tap answers and leads on. */
export function AskKind({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  const chosen = typeOf(form.values)
  const choose = (type: VisitType): void => {
    form.set('type', type)
    void way.onward()
  }
  return (
    <>
      <h1>{t('visits.askKind')}</h1>
      <div class="kinds">
        {visitTypes.map((type) => (
          <button
            key={type}
            type="button"
            class="button kind"
            aria-pressed={type === chosen}
            onClick={() => choose(type)}
          >
            <Picture name={pictureOf(type)} look="thumb" />
            <span>{t(typeKeys[type])}</span>
            <Icon name={type === chosen ? 'check' : 'arrow-right'} />
          </button>
        ))}
      </div>
      <FormState state={form.state} />
    </>
  )
}

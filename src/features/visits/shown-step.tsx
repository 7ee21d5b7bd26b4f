import type { JSX } from 'preact'
import type { PictureName } from '../../ui/pictures.ts'
import { CheckPage } from './check.tsx'
import { AskKind } from './kind.tsx'
import { AskPhotos } from './photos-question.tsx'
import { AskFrame } from './question.tsx'
import type { AskStep } from './questions.ts'
import { AskWhat } from './what.tsx'
import { AskWhen } from './when.tsx'
import { AskWho } from './who.tsx'
import type { StepProps } from './way.ts'

const steps: { readonly [step in AskStep]: (props: StepProps) => JSX.Element } = {
  kind: AskKind,
  when: AskWhen,
  who: AskWho,
  what: AskWhat,
  photos: AskPhotos,
  check: CheckPage,
}

const pictures: { readonly [step in AskStep]: PictureName } = {
  kind: 'people',
  when: 'coffee',
  who: 'stammtisch',
  what: 'choir',
  photos: 'group',
  check: 'welcome',
}

/** The question that the address names. */
export function ShownStep({ step, ...rest }: StepProps & { step: AskStep }): JSX.Element {
  const Step = steps[step]
  return (
    <AskFrame step={step} picture={pictures[step]} onBack={rest.way.backward}>
      <Step key={step} {...rest} />
    </AskFrame>
  )
}

import type { JSX } from 'preact'
import { Button, Buttons } from '../../ui/button.tsx'
import { Tick } from '../../ui/choices.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import type { Candidate } from './candidates.ts'

const alreadyKeys: { readonly [already in NonNullable<Candidate['already']>]: TextKey } = {
  here: 'imports.alreadyHere',
  twice: 'imports.twice',
}

type PeopleTicksProps = {
  people: readonly Candidate[]
  ticked: ReadonlySet<string>
  onTick: (ids: readonly string[], on: boolean) => void
}

/** Everybody of a file, each with a tick, and all or none with one tap. */
export function PeopleTicks({ people, ticked, onTick }: PeopleTicksProps): JSX.Element {
  const { t } = useText()
  const { shown, more } = useGrowing(people.length, people)
  const all = people.map((one) => one.id)
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('imports.whom')}</legend>
      <Buttons>
        <Button onPress={() => onTick(all, true)}>{t('imports.all')}</Button>
        <Button onPress={() => onTick(all, false)}>{t('imports.nobody')}</Button>
      </Buttons>
      <div class="choices">
        {people.slice(0, shown).map(({ id, name, reach, already }) => (
          <Tick
            key={id}
            label={name}
            hint={[already && t(alreadyKeys[already]), reach].filter(Boolean).join(' · ')}
            ticked={ticked.has(id)}
            onTick={(on) => onTick([id], on)}
          />
        ))}
      </div>
      {more}
    </fieldset>
  )
}

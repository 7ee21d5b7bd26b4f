import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { Tick } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

/** A part of the form, and the present day. */
export type PartProps = { form: Form; now: string }

/** What the person agreed to: being kept for what, photos for what, being named in reports and on the internet, and on which day. */
export function AgreedFields({ form, now }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  return (
    <div class="stack">
      <h2>{t('people.agreed')}</h2>
      <TextField
        label={t('people.keepFor')}
        hint={t('people.keepForHint')}
        optional
        value={textOf(values, 'keepFor')}
        onInput={(value) => set('keepFor', value)}
      />
      {textOf(values, 'keepFor') && (
        <DateField
          legend={t('people.keepOn')}
          value={textOf(values, 'keepOn')}
          onChange={(date) => set('keepOn', date)}
          today={now}
        />
      )}
      <TextField
        label={t('people.photosForField')}
        hint={t('people.photosForHint')}
        optional
        value={textOf(values, 'photosFor')}
        onInput={(value) => set('photosFor', value)}
      />
      {textOf(values, 'photosFor') && (
        <DateField
          legend={t('people.photosOn')}
          value={textOf(values, 'photosOn')}
          onChange={(date) => set('photosOn', date)}
          today={now}
        />
      )}
      <Tick
        label={t('people.mayBeNamed')}
        ticked={textOf(values, 'namedOn') !== ''}
        onTick={(isTicked) => set('namedOn', isTicked ? now : '')}
      />
      {textOf(values, 'namedOn') && (
        <DateField
          legend={t('people.namedOn')}
          value={textOf(values, 'namedOn')}
          onChange={(date) => date && set('namedOn', date)}
          today={now}
        />
      )}
      <Tick
        label={t('people.mayBePublic')}
        hint={t('people.mayBePublicHint')}
        ticked={textOf(values, 'publicOn') !== ''}
        onTick={(isTicked) => set('publicOn', isTicked ? now : '')}
      />
      {textOf(values, 'publicOn') && (
        <DateField
          legend={t('people.publicOn')}
          value={textOf(values, 'publicOn')}
          onChange={(date) => date && set('publicOn', date)}
          today={now}
        />
      )}
    </div>
  )
}

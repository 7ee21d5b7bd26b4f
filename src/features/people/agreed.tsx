import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { isMinor } from '../../records/consent.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { uses } from '../../shared/uses.ts'
import { Tick, Ticks } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { wordsOfUse } from '../../ui/use-words.ts'

/** A part of the form, and the present day. */
export type PartProps = { form: Form; now: string }

type AgreedOnProps = PartProps & {
  field: 'namedOn' | 'namedInPostsOn' | 'parentsOn'
  labelKey: TextKey
  legendKey: TextKey
}

/** Something that is agreed to or not; ticked it asks for the day. */
function AgreedOn({ form, now, field, labelKey, legendKey }: AgreedOnProps): JSX.Element {
  const { t } = useText()
  const day = textOf(form.values, field)
  return (
    <>
      <Tick
        label={t(labelKey)}
        ticked={day !== ''}
        onTick={(isTicked) => form.set(field, isTicked ? now : '')}
      />
      {day && (
        <DateField
          legend={t(legendKey)}
          value={day}
          onChange={(date) => date && form.set(field, date)}
          today={now}
        />
      )}
    </>
  )
}

/** What the person agreed to: being kept for what, photos for what and where, being named in reports and posts, and on which day. */
export function AgreedFields({ form, now }: PartProps): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const shown = tickedIn(values, 'shownIn')
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
      <Ticks
        legend={t('people.shownIn')}
        ticked={new Set(shown)}
        onTick={(use, isTicked) => {
          set(`shownIn/${use}`, isTicked)
          if (isTicked && !textOf(values, 'photosOn')) set('photosOn', now)
        }}
        choices={uses.map((use) => ({ value: use, label: t(wordsOfUse[use]) }))}
      />
      {(textOf(values, 'photosFor') || shown.length > 0) && (
        <DateField
          legend={t('people.photosOn')}
          value={textOf(values, 'photosOn')}
          onChange={(date) => set('photosOn', date)}
          today={now}
        />
      )}
      <AgreedOn
        form={form}
        now={now}
        field="namedOn"
        labelKey="people.mayBeNamed"
        legendKey="people.namedOn"
      />
      <AgreedOn
        form={form}
        now={now}
        field="namedInPostsOn"
        labelKey="people.mayBePosted"
        legendKey="people.namedInPostsOn"
      />
      <Tick
        label={t('people.isMinor')}
        ticked={values['isMinor'] === true}
        onTick={(isTicked) => set('isMinor', isTicked)}
      />
      {isMinor(values, now) && (
        <AgreedOn
          form={form}
          now={now}
          field="parentsOn"
          labelKey="people.parentsAgreed"
          legendKey="people.parentsOn"
        />
      )}
    </div>
  )
}

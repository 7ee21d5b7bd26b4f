import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { phoneLabels, type PhoneLabel } from '../shared/contact.ts'
import { newId } from '../shared/ids.ts'
import type { Fields, Value } from '../shared/value.ts'
import { Button } from './button.tsx'
import { Choices } from './choices.tsx'
import { TextField } from './field.tsx'
import { useText, type TextKey } from './text.ts'

export const phoneLabelKeys: { readonly [label in PhoneLabel]: TextKey } = {
  landline: 'ui.phone.landline',
  mobile: 'ui.phone.mobile',
  work: 'ui.phone.work',
  other: 'ui.phone.other',
}

type EntriesProps = { values: Fields; set: (field: string, value: Value) => void }

const isEntry = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const partOf = (value: Value | undefined, name: string): string => {
  const part = isEntry(value) ? value[name] : ''
  return typeof part === 'string' ? part : ''
}

/** The entries of a list field that stand, and one empty one to begin with; each is a field of its own. */
function useEntries(values: Fields, list: string): { fields: string[]; add: () => void } {
  const [added, setAdded] = useState(() => [`${list}/${newId()}`])
  const kept = Object.keys(values).filter((field) => field.startsWith(`${list}/`) && values[field] !== null)
  const begun = added.filter((field) => !kept.includes(field) && values[field] !== null)
  const fields =
    kept.length > 0 && added.length === 1 && !kept.includes(added[0] ?? '') ? kept : [...kept, ...begun]
  return { fields, add: () => setAdded([...added, `${list}/${newId()}`]) }
}

/** Phone numbers, as many as somebody has, each with what it is. */
export function PhonesField({ values, set }: EntriesProps): JSX.Element {
  const { t } = useText()
  const { fields, add } = useEntries(values, 'phones')
  return (
    <div class="stack">
      {fields.map((field) => {
        const value = {
          number: partOf(values[field], 'number'),
          label: partOf(values[field], 'label') || 'landline',
        }
        return (
          <div key={field} class="entry stack tight">
            <TextField
              label={t('ui.phone.number')}
              optional
              type="tel"
              autocomplete="off"
              value={value.number}
              most={60}
              onInput={(number) => set(field, { ...value, number })}
            />
            {value.number && (
              <Choices
                legend={t('ui.phone.kind')}
                beside="wide"
                value={phoneLabels.find((label) => label === value.label)}
                onChoose={(label) => set(field, { ...value, label })}
                choices={phoneLabels.map((label) => ({ value: label, label: t(phoneLabelKeys[label]) }))}
              />
            )}
            {value.number && (
              <Button icon="x" onPress={() => set(field, null)}>
                {t('ui.phone.remove')}
              </Button>
            )}
          </div>
        )
      })}
      <Button icon="plus" onPress={add}>
        {t('ui.phone.add')}
      </Button>
    </div>
  )
}

/** E-mail addresses, as many as somebody has. */
export function EmailsField({ values, set }: EntriesProps): JSX.Element {
  const { t } = useText()
  const { fields, add } = useEntries(values, 'emails')
  return (
    <div class="stack">
      {fields.map((field) => {
        const address = partOf(values[field], 'address')
        return (
          <div key={field} class="entry stack tight">
            <TextField
              label={t('ui.email.address')}
              optional
              type="email"
              inputMode="email"
              value={address}
              onInput={(typed) => set(field, { address: typed.trim() })}
            />
            {address && (
              <Button icon="x" onPress={() => set(field, null)}>
                {t('ui.email.remove')}
              </Button>
            )}
          </div>
        )
      })}
      <Button icon="plus" onPress={add}>
        {t('ui.email.add')}
      </Button>
    </div>
  )
}

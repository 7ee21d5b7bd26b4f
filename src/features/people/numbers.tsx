import type { JSX } from 'preact'
import type { Element } from '../../records/fields.ts'
import type { Phone } from '../../shared/contact.ts'
import { phoneLabelKeys } from '../../ui/entries.tsx'
import { useText } from '../../ui/text.ts'

/** Phone numbers on paper, as they were entered, a line each; of several each says what it is. */
export function Numbers({ phones }: { phones: readonly Element<Phone>[] }): JSX.Element {
  const { t } = useText()
  return (
    <>
      {phones.map(({ id, value }) => (
        <span class="line" key={id}>
          <span class="whole">{value.number}</span>
          {phones.length > 1 && (
            <>
              {' '}
              <span class="whole">{t(phoneLabelKeys[value.label])}</span>
            </>
          )}
        </span>
      ))}
    </>
  )
}

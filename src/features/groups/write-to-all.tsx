import type { JSX } from 'preact'
import type { Row as RecordRow } from '../../db/show.ts'
import { emailsOf } from '../../records/contact.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { useText } from '../../ui/text.ts'

/** One address of each person and the group's own, none twice. */
export function addressesOf(group: RecordRow, people: readonly RecordRow[]): string[] {
  const first = [group, ...people].flatMap((row) => emailsOf(row.fields)[0]?.value.address ?? [])
  return [...new Map(first.map((address) => [address.toLowerCase(), address])).values()]
}

/** Writes to the whole group as blind copies: nobody's address is shown to the others. */
export function WriteToAll({
  group,
  people,
}: {
  group: RecordRow
  people: readonly RecordRow[]
}): JSX.Element | null {
  const { t } = useText()
  const addresses = addressesOf(group, people)
  const without = people.filter((person) => emailsOf(person.fields).length === 0)
  if (people.length === 0 || addresses.length === 0) return null
  return (
    <section class="card stack tight">
      <p>{t('groups.writeHint')}</p>
      <Buttons column>
        <LinkButton primary icon="mail" to={`mailto:?bcc=${addresses.map(encodeURIComponent).join(',')}`}>
          {t('groups.writeToAll')}
        </LinkButton>
        <CopyButton text={addresses.join(', ')} copied={t('groups.addressesCopied')}>
          {t('groups.copyAddresses')}
        </CopyButton>
      </Buttons>
      {without.length > 0 && <p class="secondary">{t('groups.withoutEmail', { count: without.length })}</p>}
    </section>
  )
}

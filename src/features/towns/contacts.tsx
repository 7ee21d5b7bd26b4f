import type { JSX } from 'preact'
import { listAbout, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { sidesOf, stateOf } from '../../records/kinds/partnership.ts'
import { dialable } from '../../shared/phone.ts'
import { LinkButton } from '../../ui/button.tsx'
import { usePathOf } from '../../ui/feature.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** Who looks after the partnerships of a town at their other end; those that have ended have nobody any more. */
async function contactsFor(notebook: Notebook, town: string): Promise<RecordRow[]> {
  const partnerships = (await listAbout(notebook, town)).filter(
    ({ kind, fields }) => kind === 'partnership' && stateOf(fields) !== 'ended',
  )
  const ids = partnerships.flatMap(({ fields }) => {
    const end = textOf(fields, 'there') === town ? 'here' : 'there'
    return (['people', 'groups'] as const).flatMap((list) =>
      sidesOf(fields, list).flatMap(({ id, value }) => (value === end ? id : [])),
    )
  })
  return rowsOf(notebook, [...new Set(ids)])
}

function Contact({ contact }: { contact: RecordRow }): JSX.Element {
  const { t } = useText()
  const pathOf = usePathOf()
  const email = emailsOf(contact.fields)[0]?.value.address
  const phone = phonesOf(contact.fields)[0]?.value.number
  const name = contact.label || t('towns.unnamed')
  return (
    <div class="stack tight">
      <Rows>
        <Row to={href(pathOf(contact.kind, contact.id))} detail={contact.detail}>
          <b>{name}</b>
        </Row>
      </Rows>
      {email && (
        <LinkButton icon="mail" to={`mailto:${encodeURIComponent(email)}`}>
          {t('towns.writeTo', { name })}
        </LinkButton>
      )}
      {!email && phone && (
        <LinkButton icon="phone" to={`tel:${dialable(phone)}`}>
          {t('towns.call', { name })}
        </LinkButton>
      )}
    </div>
  )
}

/** Whom somebody from the partner town can write to. */
export function Contacts({ town }: { town: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const contacts = useLive(() => contactsFor(notebook, town), [notebook, town]) ?? []
  if (contacts.length === 0) return null
  return (
    <Section title={t('towns.whom')}>
      <div class="stack">
        {contacts.map((contact) => (
          <Contact key={contact.id} contact={contact} />
        ))}
      </div>
    </Section>
  )
}

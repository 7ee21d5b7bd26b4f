import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { groupTypes } from '../../records/kinds/group.ts'
import { sortByName } from '../../shared/collate.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { EmailLine, PhoneLine } from '../../ui/contact-lines.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { back, href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { typeIcons, typeKeys } from './types.ts'
import { WriteToAll } from './write-to-all.tsx'

function Head({ group }: { group: RecordRow }): JSX.Element {
  const { t } = useText()
  const type = groupTypes.find((one) => one === group.fields['type']) ?? 'other'
  return (
    <div class="stack tight">
      <h1 class="h1">{group.label || t('groups.unnamed')}</h1>
      {group.detail && <p>{group.detail}</p>}
      <p class="chip">
        <Icon name={typeIcons[type]} />
        {t(typeKeys[type])}
      </p>
    </div>
  )
}

function Members({ id, people }: { id: string; people: readonly RecordRow[] }): JSX.Element {
  const { t } = useText()
  return (
    <Section title={t('groups.members', { count: people.length })}>
      <div class="stack tight">
        {people.length > 0 && (
          <Rows>
            {people.map((person) => (
              <Row
                key={person.id}
                to={href(`/people/${person.id}`)}
                picture={<Portrait initials={initialsOf(person.label)} />}
                detail={person.detail}
              >
                {person.label || t('groups.unnamed')}
              </Row>
            ))}
          </Rows>
        )}
        <LinkButton writes icon="plus" to={href(`/people/new/${id}`)}>
          {t('groups.addMember')}
        </LinkButton>
      </div>
    </Section>
  )
}

function Facts({ group }: { group: RecordRow }): JSX.Element | null {
  const address = textOf(group.fields, 'address')
  const remarks = textOf(group.fields, 'remarks')
  if (!address && !remarks) return null
  return (
    <ul class="card facts">
      {address && (
        <li class="fact">
          <Icon name="map-pin" />
          <span class="written">{address}</span>
        </li>
      )}
      {remarks && (
        <li class="fact">
          <Icon name="info" />
          <span class="written">{remarks}</span>
        </li>
      )}
    </ul>
  )
}

/** A group: how to reach it, who belongs to it. */
export function GroupPage({ id }: { id: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const group = useLive(() => rowOf(notebook, id), [notebook, id])
  const about = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  if (!group) return null
  if (group.list === 'bin')
    return (
      <div class="stack">
        <h1>{group.label || t('groups.unnamed')}</h1>
        <p>{t('groups.isDeleted')}</p>
        <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [id])}>
          {t('groups.restore')}
        </Button>
      </div>
    )
  const people = sortByName(
    about.filter((row) => row.kind === 'person'),
    (row) => row.sort,
    language,
  )
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('groups.deleted', { name: group.label || t('groups.unnamed') }), () =>
      restore(notebook, [id]),
    )
    back('/groups')
  }
  return (
    <div class="stack">
      <Head group={group} />
      {phonesOf(group.fields).map((phone) => (
        <PhoneLine key={phone.id} phone={phone.value} primary={false} />
      ))}
      {emailsOf(group.fields).map((email) => (
        <EmailLine key={email.id} email={email.value} />
      ))}
      <WriteToAll group={group} people={people} />
      <Members id={id} people={people} />
      <Facts group={group} />
      <Sections id={id} />
      <Buttons column>
        <LinkButton writes icon="pencil" to={href(`/groups/${id}/change`)}>
          {t('groups.change')}
        </LinkButton>
        <Button writes danger icon="trash-2" onPress={toBin}>
          {t('groups.delete')}
        </Button>
      </Buttons>
      <ItemLine id={id} />
    </div>
  )
}

import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row as PersonRow } from '../../db/show.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { tickedIn } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { EmailLine, PhoneLine } from '../../ui/contact-lines.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { back, href } from '../../ui/route.ts'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Facts } from './facts.tsx'
import { HostingFacts } from './hosting.tsx'
import { languageWord } from './languages.ts'
import { Name } from './line.tsx'

function Who({ person }: { person: PersonRow }): JSX.Element {
  const { t, language } = useText()
  const photo = usePhoto(person.photo)
  const spoken = tickedIn(person.fields, 'languages').map((code) => languageWord(code, language))
  return (
    <div class="who">
      <Portrait
        big
        initials={initialsOf(person.label)}
        url={photo}
        alt={t('people.photoOf', { name: person.label })}
      />
      <div>
        <h1 class="h1">
          <Name fields={person.fields} />
        </h1>
        {person.detail && <p>{person.detail}</p>}
        {spoken.length > 0 && (
          <p class="chip">
            <Icon name="languages" />
            {new Intl.ListFormat(language).format(spoken)}
          </p>
        )}
      </div>
    </div>
  )
}

function Deleted({ person }: { person: PersonRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="stack">
      <h1>
        <Name fields={person.fields} />
      </h1>
      <p>{t('people.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [person.id])}>
        {t('people.restore')}
      </Button>
    </div>
  )
}

function Doings({ person }: { person: PersonRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const toBin = async (): Promise<void> => {
    await remove(notebook, [person.id])
    offerUndo(t('people.deleted', { name: person.label || t('people.unnamed') }), () =>
      restore(notebook, [person.id]),
    )
    back('/people')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/people/${person.id}/change`)}>
        {t('people.change')}
      </LinkButton>
      <LinkButton writes icon="bed-double" to={href(`/people/${person.id}/hosting`)}>
        {t('people.changeHosting')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('people.delete')}
      </Button>
    </Buttons>
  )
}

/** All that the notebook knows of a person, what one does most at the top. */
export function PersonPage({ id }: { id: string }): JSX.Element | null {
  const notebook = useNotebook()
  const person = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!person) return null
  if (person.list === 'bin') return <Deleted person={person} />
  const phones = phonesOf(person.fields)
  return (
    <div class="stack">
      <Who person={person} />
      {phones.map((phone, index) => (
        <PhoneLine key={phone.id} phone={phone.value} primary={index === 0} />
      ))}
      {emailsOf(person.fields).map((email) => (
        <EmailLine key={email.id} email={email.value} />
      ))}
      <Facts person={person} />
      <HostingFacts person={person.id} />
      <Sections id={id} />
      <Doings person={person} />
      <ItemLine id={id} />
    </div>
  )
}

import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as PersonRow } from '../../db/show.ts'
import { tickedIn } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** The people who were there, as far as they are still in the notebook. */
export function usePeopleOf(visit: Fields): PersonRow[] {
  const notebook = useNotebook()
  const ids = tickedIn(visit, 'people')
  return useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
}

function PersonLine({ person }: { person: PersonRow }): JSX.Element {
  const url = useThumb(person.photo)
  return (
    <Row
      to={href(`/people/${person.id}`)}
      picture={<Portrait initials={initialsOf(person.label)} url={url} />}
      detail={person.detail}
    >
      <strong>{person.label}</strong>
    </Row>
  )
}

/** Who was there, with their faces. */
export function People({ visit }: { visit: Fields }): JSX.Element | null {
  const { t } = useText()
  const people = usePeopleOf(visit)
  if (people.length === 0) return null
  return (
    <Section title={t('visits.askWho')}>
      <Rows>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </Rows>
    </Section>
  )
}

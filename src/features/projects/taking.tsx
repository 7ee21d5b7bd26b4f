import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { tickedIn } from '../../records/fields.ts'
import { partsOf } from '../../records/kinds/project.ts'
import { sortByName } from '../../shared/collate.ts'
import { Icon } from '../../ui/icon.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

function PersonPortrait({ person }: { person: RecordRow }): JSX.Element {
  const url = useThumb(person.photo)
  return <Portrait initials={initialsOf(person.label)} url={url} />
}

/** The people of a project, each with the part in it, and the groups. */
export function Taking({ project }: { project: RecordRow }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const parts = new Map(partsOf(project.fields).map((part) => [part.id, part.value]))
  const groupIds = tickedIn(project.fields, 'groups')
  const ids = [...parts.keys(), ...groupIds]
  const rows = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  if (rows.length === 0) return null
  const people = sortByName(
    rows.filter((row) => parts.has(row.id)),
    (row) => row.sort,
    language,
  )
  const groups = sortByName(
    rows.filter((row) => !parts.has(row.id)),
    (row) => row.label,
    language,
  )
  return (
    <Section title={t('projects.people')}>
      <Rows>
        {people.map((person) => (
          <Row
            key={person.id}
            to={href(`/people/${person.id}`)}
            picture={<PersonPortrait person={person} />}
            detail={parts.get(person.id) || person.detail}
          >
            <b>{person.label}</b>
          </Row>
        ))}
        {groups.map((group) => (
          <Row
            key={group.id}
            to={href(`/groups/${group.id}`)}
            picture={
              <span class="portrait initials" aria-hidden="true">
                <Icon name="users" />
              </span>
            }
            detail={group.detail}
          >
            <b>{group.label}</b>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

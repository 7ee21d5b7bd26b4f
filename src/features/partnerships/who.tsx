import type { JSX } from 'preact'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import type { Fields } from '../../shared/value.ts'
import { usePathOf } from '../../ui/feature.ts'
import { Icon } from '../../ui/icon.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { idsOnSide } from './who-part.tsx'

function PersonMark({ person }: { person: RecordRow }): JSX.Element {
  const url = useThumb(person.photo)
  return <Portrait initials={initialsOf(person.label)} url={url} />
}

const GroupMark = (): JSX.Element => (
  <span class="portrait initials" aria-hidden="true">
    <Icon name="users" />
  </span>
)

/** The people and groups of one side that still stand, the groups first. */
export function useSide(fields: Fields, side: 'here' | 'there'): RecordRow[] {
  const notebook = useNotebook()
  const ids = idsOnSide(fields, side)
  return useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
}

type WhoProps = { fields: Fields; side: 'here' | 'there'; town: string }

/** Who looks after a partnership on one side. */
export function Who({ fields, side, town }: WhoProps): JSX.Element | null {
  const { t } = useText()
  const pathOf = usePathOf()
  const all = useSide(fields, side)
  if (all.length === 0) return null
  return (
    <Section title={t('partnerships.who.in', { town })}>
      <Rows>
        {all.map((one) => (
          <Row
            key={one.id}
            to={href(pathOf(one.kind, one.id))}
            picture={one.kind === 'group' ? <GroupMark /> : <PersonMark person={one} />}
            detail={one.detail}
          >
            {one.label || t('partnerships.unnamed')}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

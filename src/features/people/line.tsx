import type { JSX } from 'preact'
import { useThumb } from '../../db/photo.ts'
import type { Row as PersonRow } from '../../db/show.ts'
import { nameParts } from '../../records/kinds/person.ts'
import type { Fields } from '../../shared/value.ts'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'

/** A name in the person's own order, the family name strong; a word of ours where there is none. */
export function Name({ fields }: { fields: Fields }): JSX.Element {
  const { t } = useText()
  const parts = nameParts(fields)
  if (parts.length === 0) return <>{t('people.unnamed')}</>
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' '}
          {part.strong ? <b>{part.text}</b> : part.text}
        </span>
      ))}
    </>
  )
}

function SmallPhoto({ row }: { row: PersonRow }): JSX.Element {
  const url = useThumb(row.photo)
  return <Portrait initials={initialsOf(row.label)} url={url} />
}

// Most have no photo: their rows then ask the database for nothing.
const SmallPortrait = ({ row }: { row: PersonRow }): JSX.Element =>
  row.photo ? <SmallPhoto row={row} /> : <Portrait initials={initialsOf(row.label)} />

/** A person in a list. */
export function PersonLine({ person, current }: { person: PersonRow; current?: boolean }): JSX.Element {
  return (
    <Row
      to={href(`/people/${person.id}`)}
      picture={<SmallPortrait row={person} />}
      current={current ?? false}
      detail={person.detail}
    >
      <Name fields={person.fields} />
      <TwiceMark twice={person.twice} />
    </Row>
  )
}

import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { nameFor } from '../../records/translated-words.ts'
import type { Row as NoteRow } from '../../db/show.ts'
import { mediumDate } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'

/** Notes as a list: their first line in the reader's language where it is translated, else as it was written, who and when. */
export function NoteRows({ notes }: { notes: readonly NoteRow[] }): JSX.Element {
  const { language } = useText()
  return (
    <Rows>
      {notes.map((note) => {
        const { name, lang } = nameFor(note, language)
        return (
          <Row
            key={note.id}
            to={href(`/notes/${note.id}`)}
            detail={[textOf(note.fields, 'author'), mediumDate(textOf(note.fields, 'date'), language)]
              .filter(Boolean)
              .join(', ')}
          >
            <strong lang={lang}>{name}</strong>
            <TwiceMark twice={note.twice} />
          </Row>
        )
      })}
    </Rows>
  )
}

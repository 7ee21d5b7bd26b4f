import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { useOwnWords } from '../../db/own-words.ts'
import type { Row as NoteRow } from '../../db/show.ts'
import { beginningOf } from '../../shared/beginning.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { ownWordsBriefly } from '../../ui/own-words.tsx'
import { href } from '../../ui/route.ts'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'

/** About eight lines: longer ones are read on their own page, or listened to. */
const mostShown = 400

/** A note to be read where it stands. */
export function NoteCard({ note }: { note: NoteRow }): JSX.Element | null {
  const { t, language } = useText()
  const words = useOwnWords(note, language)
  if (!words) return null
  const text = textOf(words.row.fields, 'text').trim()
  const lang = words.langOf('text')
  const shown = beginningOf(text, mostShown)
  const written = [
    textOf(note.fields, 'author'),
    mediumDate(textOf(note.fields, 'date'), language),
    ownWordsBriefly(words, t),
  ]
  return (
    <article class="card note">
      <p class="written" lang={lang}>
        {shown}
      </p>
      <p class="small secondary">{written.filter(Boolean).join(', ')}</p>
      <Buttons>
        {shown !== text && <Speak text={text} lang={lang} />}
        <LinkButton icon="book-open" to={href(`/notes/${note.id}`)}>
          {shown === text ? t('notes.open') : t('notes.readOn')}
        </LinkButton>
      </Buttons>
    </article>
  )
}

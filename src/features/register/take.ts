import { save } from '../../db/save.ts'
import type { Notebook } from '../../db/tables.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Content, EventContent } from '../../shared/register/content.ts'
import { shownText } from '../../shared/register/text.ts'
import type { Fields } from '../../shared/value.ts'

/** Who said it and how they are reached: what is taken over tells where it is from. */
const source = ({ association, contact }: Content): string =>
  [association, contact.mail, contact.phone, contact.web].map(shownText).filter(Boolean).join('\n')

async function keep(notebook: Notebook, kind: string, set: Fields): Promise<string> {
  const record = newId()
  await save(notebook, [{ record, kind, set, over: {} }])
  return record
}

/** Puts an event open to all into one's own calendar, as an event of one's own. Returns its id. */
export const takeEvent = (notebook: Notebook, content: EventContent, text: Language): Promise<string> =>
  keep(notebook, 'event', {
    title: shownText(content.title),
    date: content.date,
    time: content.time,
    ...(content.until ? { endDate: content.until } : {}),
    zone: content.zone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    place: shownText(content.place),
    link: content.link,
    text: [shownText(content.text[text]), source(content)].filter(Boolean).join('\n\n'),
    language: text,
  })

/** Takes an idea into an idea sheet of one's own; whose it was stays named. Returns its id. */
export const takeIdea = (
  notebook: Notebook,
  content: Content,
  text: Language,
  author: string,
): Promise<string> =>
  keep(notebook, 'idea', {
    state: 'draft',
    title: shownText(content.title),
    goal: shownText(content.text[text]),
    fromAuthor: shownText(content.association),
    author,
    language: text,
    writtenAt: new Date(notebook.now()).toISOString(),
  })

import { save } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import type { Fields } from '../../shared/value.ts'

/** What a sheet of one's own takes over: neither the town nor anybody's name nor a day, those are another sheet's. */
const taken = [
  'title',
  'goal',
  'audience',
  'way',
  'place',
  'languages',
  'steps',
  'cost',
  'ownShare',
  'currency',
  'funder',
  'risks',
  'consent',
  'success',
  'language',
] as const

/** The fields of a new draft that is taken from an idea, whose author stays named. */
function takenFrom({ id, fields }: Row, author: string, writtenAt: string): Fields {
  const answers = taken.flatMap((name) => {
    const value = fields[name]
    return value === undefined || value === null ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(answers),
    state: 'draft',
    from: id,
    fromAuthor: textOf(fields, 'author') || textOf(fields, 'fromAuthor'),
    author,
    writtenAt,
  }
}

/** Copies an idea into a new draft of one's own; returns its id. */
export async function takeIdea(notebook: Notebook, idea: Row, author: string): Promise<string> {
  const record = newId()
  const set = takenFrom(idea, author, new Date(notebook.now()).toISOString())
  await save(notebook, [{ record, kind: 'idea', set, over: {} }])
  return record
}

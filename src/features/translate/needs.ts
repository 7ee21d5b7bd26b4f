import { listOf } from '../../db/find.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { kindNames, kindOf } from '../../records/kinds.ts'
import { needOf, type Need } from '../../records/translation.ts'
import type { Language } from '../../shared/language.ts'

/** What a record needs in a language. */
export type Needing = { readonly row: Row; readonly need: Need }

/** What a language needs: the newest first, what has rested for long apart. */
export type Needs = {
  readonly language: Language
  readonly fresh: readonly Needing[]
  readonly older: readonly Needing[]
}

/** What nobody has touched for half a year hardly waits for a translation. */
const freshFor = 183 * 24 * 60 * 60 * 1000

/** What waits for a translation, by language. What nobody knows the language of waits for none. */
export async function listNeeds(notebook: Notebook, wanted: readonly Language[]): Promise<Needs[]> {
  if (wanted.length === 0) return []
  const kinds = kindNames.filter((kind) => kindOf(kind)?.texts)
  const rows = (await Promise.all(kinds.map((kind) => listOf(notebook, kind)))).flat()
  const told = rows.filter(({ fields }) => textOf(fields, 'language') !== '')
  told.sort((a, b) => b.changedAt - a.changedAt)
  const since = notebook.now() - freshFor
  return wanted.map((language) => {
    const all = told.flatMap((row) => {
      const need = needOf(kindOf(row.kind), row.fields, language)
      return need ? [{ row, need }] : []
    })
    return {
      language,
      fresh: all.filter(({ row }) => row.changedAt >= since),
      older: all.filter(({ row }) => row.changedAt < since),
    }
  })
}

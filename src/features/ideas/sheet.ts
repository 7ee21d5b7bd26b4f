import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { sortByName } from '../../shared/collate.ts'
import { useText, type Text } from '../../ui/text.ts'
import { peopleIdsOf, type Sheet } from './answers.ts'

/** A sheet in the words of the screen, or of another language; undefined until the names of its people are there. */
export function useSheet(idea: Row | undefined, given?: Text): Sheet | undefined {
  const own = useText()
  const { t, language } = given ?? own
  const notebook = useNotebook()
  const ids = idea ? peopleIdsOf(idea.fields) : []
  const people = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()])
  if (!idea || !people) return undefined
  const sorted = sortByName(people, (row) => row.sort, language)
  return { fields: idea.fields, people: sorted.map((row) => row.label), t, language }
}

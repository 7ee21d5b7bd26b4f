import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { kindOf } from '../../records/kinds.ts'
import { foldWords } from '../../shared/fold.ts'
import { useKindKey } from '../../ui/feature.ts'
import { useText } from '../../ui/text.ts'

/** What a note can be about. */
const aboutKinds: readonly string[] = ['person', 'group', 'project', 'event', 'visit', 'document']

const most = 8
/** Found in a text somewhere, far more than anybody reads: enough to have those among them whose name it is. */
const mostFound = 500

/** What one has just been busy with: that is what a note is likeliest to be about. */
const latest = ({ tables }: Notebook): Promise<Row[]> =>
  tables.records
    .orderBy('changedAt')
    .reverse()
    .filter((row) => row.list !== 'bin' && aboutKinds.includes(row.kind))
    .limit(most)
    .toArray()

/** Records that a note can be about: those that are called so come first, then the latest; without a query the latest. */
export async function findAbout(notebook: Notebook, query: string): Promise<Row[]> {
  const isNamed = matcherOf(query)
  if (!isNamed) return latest(notebook)
  const found = (await findByName(notebook, aboutKinds, query, mostFound)).map((row) => ({
    row,
    named: isNamed({ ...row, words: foldWords(row.label) }),
  }))
  found.sort((a, b) => Number(b.named) - Number(a.named) || b.row.changedAt - a.row.changedAt)
  return found.slice(0, most).map(({ row }) => row)
}

export type About = { readonly name: string; readonly kindWord: string; readonly path: string }

/** The words for a record that a note is about: its name, or the word for its kind where nothing names it. */
export function useNameAbout(): (row: Row) => Omit<About, 'path'> {
  const { t } = useText()
  const kindKey = useKindKey()
  return ({ kind, label }) => {
    const key = kindKey(kind)
    const kindWord = key ? t(key) : ''
    return { name: label || kindWord, kindWord }
  }
}

/** What a note is about; undefined for nothing, for what is deleted, and until it is known. */
export function useAbout(id: string): About | undefined {
  const notebook = useNotebook()
  const nameAbout = useNameAbout()
  const row = useLive(async () => (id ? rowOf(notebook, id) : undefined), [notebook, id])
  const kind = row && kindOf(row.kind)
  if (!row || !kind || row.list === 'bin' || row.id !== id) return undefined
  return { ...nameAbout(row), path: `/${kind.path}/${id}` }
}

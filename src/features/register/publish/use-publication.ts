import { useEffect } from 'preact/hooks'
import { rowOf } from '../../../db/find.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import { change } from '../../../db/save.ts'
import { sameValue, type Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import type { EntryRow } from '../../../db/register/tables.ts'
import { useMayWrite } from '../../../ui/may-write.ts'
import { useText } from '../../../ui/text.ts'
import type { OnHand } from '../use-register.ts'
import { makeContent, type Made } from './content.ts'
import { readMaterial, type Material } from './material.ts'
import { standingOf, toLearn, type Standing } from './standing.ts'

/** An entry of ours, as the notebook and the register have it. */
export type Publication = {
  readonly row: Row
  readonly item: EntryRow | undefined
  readonly standing: Standing
  readonly material: Material
  readonly made: Made
  /** Whether something else would be published now than stands there. */
  readonly isChanged: boolean
}

/** An entry of ours, live; undefined until it is known, null for none. What only the register knows yet, the notebook learns. */
export function usePublication(id: string, hand: OnHand | undefined): Publication | undefined | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const read = useLive(async () => {
    const row = await rowOf(notebook, id)
    if (row?.kind !== 'publication') return { row: undefined }
    return { row, material: await readMaterial(notebook, textOf(row.fields, 'about')) }
  }, [notebook, id])
  const entry = textOf(read?.row?.fields ?? {}, 'entry')
  const register = hand?.register
  const there = useLive(
    async () => ({ item: register && entry ? await register.entries.get(entry) : undefined }),
    [register, entry],
  )
  const row = read?.row
  const item = there?.item
  useEffect(() => {
    const learnt = row && toLearn(row.fields, item)
    if (learnt && mayWrite) void change(notebook, [row.id], learnt)
  }, [row, item])
  if (!read || !there || !hand) return undefined
  if (!read.row || !read.material) return null
  const made = makeContent(read.row.fields, read.material, t('register.hiddenName'))
  const published = read.row.fields['published']
  return {
    row: read.row,
    item,
    standing: standingOf(read.row.fields, item, hand.info),
    material: read.material,
    made,
    isChanged: !sameValue(made.content, published),
  }
}

import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { useHappenings } from '../../db/told-happenings.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { DatedRows } from '../../ui/dated-rows.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'

function Inside({ town }: { town: Row }): JSX.Element | null {
  const { t, language } = useText()
  const all = useHappenings(town.fields, language)
  const { shown, more } = useGrowing(all?.length ?? 0, town.id)
  if (!all) return null
  return (
    <div class="page stack tight">
      <h1>{townNameIn(town.fields, language) || t('towns.unnamed')}</h1>
      <p>{t('towns.allOf', { count: all.length })}</p>
      {all.length > 0 && <DatedRows items={all.slice(0, shown)} />}
      {more}
    </div>
  )
}

/** Everything that is done with a town in one list, the latest first. */
export function AllWithTown({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const town = useLive(() => rowOf(notebook, id), [notebook, id])
  if (town?.kind !== 'town') return null
  return (
    <Page title={t('towns.all')} parent={`/towns/${id}`} heading="below">
      <Inside town={town} />
    </Page>
  )
}

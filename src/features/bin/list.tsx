import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { changedMeanwhile, listBin, restore } from '../../db/bin.ts'
import { mayErase } from '../../db/erasing.ts'
import { isExchanged } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { tendBin } from '../../db/tend-bin.ts'
import { wishedErasures } from '../../db/wished.ts'
import { Empty } from '../../ui/empty.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { BinItem } from './item.tsx'

/** Also the order of what was deleted at once is firm: nothing may move while it is brought back. */
const latestFirst = (a: Row, b: Row): number => b.deletedAt - a.deletedAt || (a.id < b.id ? -1 : 1)

/** What is known of erasing: whether this device may, what is wished, and who does it in the end. */
async function readErasing(
  notebook: Notebook,
): Promise<{ may: boolean; wished: string[]; isShared: boolean }> {
  const { tables } = notebook
  const [may, wished] = [await mayErase(tables), await wishedErasures(tables)]
  return { may, wished, isShared: await isExchanged(notebook) }
}

/** Everything that was deleted in the last 30 days, the latest first. */
export function BinList(): JSX.Element | null {
  const { t } = useText()
  const { notebook, onProblem } = useOpen()
  const deleted = useLive(() => listBin(notebook), [notebook])
  const ids = deleted?.map((row) => row.id) ?? []
  const changed = useLive(() => changedMeanwhile(notebook, ids), [notebook, ids.join()])
  const [restored, setRestored] = useState<readonly Row[]>([])
  const [said, setSaid] = useState('')
  const isDeleted = new Set(deleted?.map((row) => row.id))
  const back = restored.filter((row) => !isDeleted.has(row.id))
  const rows = [...(deleted ?? []), ...back].sort(latestFirst)
  const { shown, more } = useGrowing(rows.length, notebook)
  const erasing = useLive(() => readErasing(notebook), [notebook])
  useEffect(() => void tendBin(notebook).catch((error: unknown) => onProblem(problemOf(error))), [notebook])
  if (!deleted || !erasing) return null
  const bringBack = async (row: Row, name: string): Promise<void> => {
    setRestored([...restored.filter((one) => one.id !== row.id), row])
    await restore(notebook, [row.id]).then(
      () => setSaid(t('bin.restored', { name })),
      (error: unknown) => onProblem(problemOf(error)),
    )
  }
  return (
    <Page title={t('bin.title')} parent="/more">
      <div class="page stack">
        {rows.length > 0 && (
          <p>
            {t('bin.explain')} {t(erasing.isShared ? 'bin.thenShared' : 'bin.then')}
          </p>
        )}
        <p class="secondary" role="status">
          {said}
        </p>
        {rows.length === 0 ? (
          <Empty picture="door-deleted" words={t('bin.none')} />
        ) : (
          <ul class="facts">
            {rows.slice(0, shown).map((row) => (
              <BinItem
                key={row.id}
                row={row}
                isBack={!isDeleted.has(row.id)}
                isChanged={changed?.has(row.id) ?? false}
                isWished={erasing.wished.includes(row.id)}
                mayErase={erasing.may}
                onRestore={(name) => bringBack(row, name)}
              />
            ))}
          </ul>
        )}
        {more}
      </div>
    </Page>
  )
}

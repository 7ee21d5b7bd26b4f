import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'

type First<Row> = { readonly rows: readonly Row[] | undefined; readonly more: JSX.Element | null }

/**
 * The rows of the first `few` of these ids, and a button for the rest: a key press in a search reads and shows no more than that. Where
 * the first ids stay the same, nothing is read.
 */
export function useFirst<Id, Row>(
  ids: readonly Id[],
  few: number,
  read: (ids: readonly Id[]) => Promise<readonly Row[]>,
): First<Row> {
  const { t } = useText()
  const [whole, setWhole] = useState<readonly Id[]>()
  const first = whole === ids ? ids : ids.slice(0, few)
  const rows = useLive(() => read(first), [first.join()])
  const rest = ids.length - first.length
  const more =
    rest > 0 ? <Button onPress={() => setWhole(ids)}>{t('ui.showMore', { count: rest })}</Button> : null
  return { rows, more }
}

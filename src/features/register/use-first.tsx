import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text.ts'

type First<Row> = { readonly first: readonly Row[]; readonly more: JSX.Element | null }

/** The first `few` of what was found, and a button for the rest: a key press in a search makes no more than these. */
export function useFirst<Row>(found: readonly Row[], few: number): First<Row> {
  const { t } = useText()
  const [whole, setWhole] = useState<readonly Row[]>()
  const first = whole === found ? found : found.slice(0, few)
  const rest = found.length - first.length
  const more =
    rest > 0 ? <Button onPress={() => setWhole(found)}>{t('ui.showMore', { count: rest })}</Button> : null
  return { first, more }
}

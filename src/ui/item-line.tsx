import type { JSX } from 'preact'
import { useFeatures } from './feature.ts'
import { Lazy } from './lazy.tsx'

/** How safe a record is, in one line on its page; from the feature that knows. */
export function ItemLine({ id }: { id: string }): JSX.Element | null {
  const load = useFeatures().find((feature) => feature.itemLine)?.itemLine
  return load ? <Lazy load={load} props={{ id }} /> : null
}

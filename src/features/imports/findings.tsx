import type { JSX } from 'preact'
import { useText } from '../../ui/text.ts'
import type { Found } from './candidates.ts'

/** How many were found, and what isn't as it should be with some of them. */
export function Findings({ found, tooLong }: { found: Found; tooLong: readonly string[] }): JSX.Element {
  const { t } = useText()
  const { candidates, unreadable } = found
  const already = candidates.filter((one) => one.already).length
  return (
    <div class="stack tight" role="status">
      <h2>{t('imports.found', { count: candidates.length })}</h2>
      {already > 0 && <p>{t('imports.already', { count: already })}</p>}
      {unreadable > 0 && <p>{t('imports.unreadable', { count: unreadable })}</p>}
      {tooLong.length > 0 && <p>{t('imports.tooLong', { names: tooLong.join(', ') })}</p>}
    </div>
  )
}

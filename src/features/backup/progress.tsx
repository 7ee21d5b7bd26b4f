import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

export type Count = { readonly done: number; readonly of: number }

/** What is done in less than this many milliseconds needs no words. */
const silent = 1000

/** What is going on, in words, once it takes longer than a second. The count is not read aloud at every step. */
export function Progress({ words, count }: { words: string; count?: Count }): JSX.Element | null {
  const { t } = useText()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), silent)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <div>
      <State look="neutral" icon="clock">
        {words}
      </State>
      {count && count.of > 0 && (
        <p class="small secondary">{t('backup.photosDone', { done: count.done, count: count.of })}</p>
      )}
    </div>
  )
}

import type { JSX } from 'preact'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

export type Count = { readonly done: number; readonly of: number }

/** What is going on while the pictures are drawn. The count is not read aloud at every step. */
export function Filling({ count }: { count: Count }): JSX.Element {
  const { t } = useText()
  return (
    <div>
      <State look="neutral" icon="clock">
        {t('practice.filling')}
      </State>
      {count.of > 0 && (
        <p class="small secondary">{t('practice.pictures', { done: count.done, count: count.of })}</p>
      )}
    </div>
  )
}

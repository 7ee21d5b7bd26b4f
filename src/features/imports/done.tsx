import type { JSX } from 'preact'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import type { Progress, Taken } from './take.ts'

/** What is being done; photos are counted, all else is one step. */
export type Work = { readonly photos?: Progress; readonly isTakingBack?: boolean }

/** While people are taken over, or removed again. */
export function Working({ photos, isTakingBack }: Work): JSX.Element {
  const { t } = useText()
  const now = isTakingBack ? t('imports.takingBack') : t('imports.saving')
  return (
    // A form, though nothing is filled in: a newer version of the app waits until it is gone.
    <form class="page" onSubmit={(event) => event.preventDefault()}>
      <p role="status">
        {photos && photos.done < photos.of
          ? t('imports.photosDone', { done: photos.done, count: photos.of })
          : now}
      </p>
    </form>
  )
}

/** The last step: how many are in the notebook now. */
export function Done({ taken, isTakenBack }: { taken: Taken; isTakenBack: boolean }): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <div class="stack tight" role="status">
        {isTakenBack ? (
          <Status look="neutral" icon="undo-2">
            {t('imports.takenBack')}
          </Status>
        ) : (
          <Status look="shared" icon="check">
            {t('imports.taken', { count: taken.people })}
          </Status>
        )}
        {taken.photosLost > 0 && !isTakenBack && (
          <p>{t('imports.photosLost', { count: taken.photosLost })}</p>
        )}
      </div>
      <LinkButton primary to={href('/people')}>
        {t('imports.toContacts')}
      </LinkButton>
    </div>
  )
}

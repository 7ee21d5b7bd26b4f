import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { useNotebook } from '../../db/notebook.ts'
import { addPhoto, useThumb } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { Icon } from '../../ui/icon.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { usePhotosOf } from './photos.ts'
import { Onward } from './question.tsx'
import type { StepProps } from './way.ts'

function Thumb({ photo, number }: { photo: Row; number: number }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const url = useThumb(photo.id)
  const toBin = async (): Promise<void> => {
    await remove(notebook, [photo.id])
    offerUndo(t('visits.photoDeleted'), () => restore(notebook, [photo.id]))
  }
  return (
    <li class="photo">
      {url && (
        <img class="picture r43 cover" src={url} alt={photo.label || t('visits.photoNumber', { number })} />
      )}
      <button class="tool" type="button" onClick={() => void toBin()}>
        <Icon name="trash-2" />
        <span>
          {t('visits.delete')} <span class="unseen">{t('visits.photoNumber', { number })}</span>
        </span>
      </button>
    </li>
  )
}

/** Photos of the visit; each is kept as soon as it is taken. */
export function AskPhotos({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const photos = usePhotosOf(form.record) ?? []
  return (
    <>
      <div class="stack tight">
        <h1>{t('visits.askPhotos')}</h1>
        <p class="secondary">{t('visits.photosHint')}</p>
      </div>
      <PhotoField onPhoto={async (photo) => void (await addPhoto(notebook, photo, form.record))} />
      {photos.length > 0 && (
        <div class="stack tight">
          <h2>{t('visits.photoCount', { count: photos.length })}</h2>
          <ul class="photos">
            {photos.map((photo, at) => (
              <Thumb key={photo.id} photo={photo} number={at + 1} />
            ))}
          </ul>
        </div>
      )}
      <Onward form={form} onNext={way.onward} />
    </>
  )
}

import type { JSX } from 'preact'
import { listAbout, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { inOrder } from '../../db/pages.ts'
import { addPhoto, useThumb } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { PhotoField } from '../../ui/photo-field.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

function Thumb({ photo }: { photo: Row }): JSX.Element {
  const { t } = useText()
  const url = useThumb(photo.id)
  return (
    <li class="photo">
      <a class="photo-link" href={href(`/photos/${photo.id}`)}>
        {url && <img class="picture r43" src={url} alt={photo.label || t('photos.photo')} />}
        {photo.label && <span>{photo.label}</span>}
      </a>
    </li>
  )
}

/** The photos about a record as they were taken, on its page; not its portrait, which stands at the top already. */
export function PhotosAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const portrait = useLive(() => rowOf(notebook, id), [notebook, id])?.photo
  const about = useLive(() => listAbout(notebook, id), [notebook, id]) ?? []
  const photos = inOrder(about.filter((row) => row.kind === 'photo' && row.id !== portrait))
  if (photos.length === 0 && !mayWrite) return null
  return (
    <Section title={t('photos.title')}>
      <div class="stack tight">
        {photos.length > 0 && (
          <ul class="photos">
            {photos.map((photo) => (
              <Thumb key={photo.id} photo={photo} />
            ))}
          </ul>
        )}
        <PhotoField onPhoto={async (photo) => void (await addPhoto(notebook, photo, id))} />
      </div>
    </Section>
  )
}

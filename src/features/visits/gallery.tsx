import type { JSX } from 'preact'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { PhotoField } from '../../ui/photo-field.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** One photo as large as there is room; a tap leads to its page, where it is described. */
export function LargePhoto({ photo }: { photo: Row }): JSX.Element {
  const { t } = useText()
  const url = usePhoto(photo.id)
  const mayWrite = useMayWrite()
  const words = photo.label || (mayWrite ? t('visits.describePhoto') : '')
  return (
    <a class="photo-link large" href={href(`/photos/${photo.id}`)}>
      {url && <img class="picture" src={url} alt={photo.label || t('visits.photo')} />}
      {/* The picture says it already, to those who don't see it. */}
      {words && <span {...(photo.label ? { 'aria-hidden': true } : {})}>{words}</span>}
    </a>
  )
}

/** All photos of a visit but the one at its top, large, and the way to add one. */
export function Gallery({ visit, photos }: { visit: string; photos: readonly Row[] }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  if (photos.length === 0 && !mayWrite) return null
  return (
    <Section title={t('visits.photosName')}>
      <div class="stack tight">
        {photos.length > 0 && (
          <ul class="gallery">
            {photos.map((photo) => (
              <li key={photo.id}>
                <LargePhoto photo={photo} />
              </li>
            ))}
          </ul>
        )}
        <PhotoField onPhoto={async (photo) => void (await addPhoto(notebook, photo, visit))} />
      </div>
    </Section>
  )
}

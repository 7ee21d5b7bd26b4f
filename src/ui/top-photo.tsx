import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { PhotoField } from './photo-field.tsx'
import type { Shrunk } from './shrink.ts'

type TopPhotoProps = {
  title: string
  removeText: string
  alt: string
  /** Where the photo lies; undefined while there is none. */
  url: string | undefined
  onPhoto: (photo: Shrunk) => Promise<void>
  onRemove: () => void
}

/** The one photo that stands at the top of a page: taken, chosen, or taken away. */
export function TopPhoto({ title, removeText, alt, url, onPhoto, onRemove }: TopPhotoProps): JSX.Element {
  return (
    <div class="stack tight">
      <h2>{title}</h2>
      {url && <img class="picture aside" src={url} alt={alt} />}
      <PhotoField onPhoto={onPhoto} />
      {url && (
        <Button icon="x" onPress={onRemove}>
          {removeText}
        </Button>
      )}
    </div>
  )
}

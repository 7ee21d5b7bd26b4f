import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { textOf } from '../../records/fields.ts'
import { TopPhoto } from '../../ui/top-photo.tsx'
import { useText } from '../../ui/text.ts'

/** The picture at the top of the page. */
export function PhotoPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <TopPhoto
      title={t('partnerships.photo')}
      removeText={t('partnerships.noPhoto')}
      alt={t('partnerships.photo')}
      url={usePhoto(textOf(form.values, 'photo'))}
      onPhoto={async (photo) => form.set('photo', await addPhoto(notebook, photo, form.record))}
      onRemove={() => form.set('photo', '')}
    />
  )
}

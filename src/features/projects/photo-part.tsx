import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { textOf } from '../../records/fields.ts'
import { useText } from '../../ui/text.ts'
import { TopPhoto } from '../../ui/top-photo.tsx'

/** The picture that stands at the top of a project's page. */
export function PhotoPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <TopPhoto
      title={t('projects.photo')}
      removeText={t('projects.noPhoto')}
      alt={t('projects.photoOf', { name: textOf(form.values, 'title') })}
      url={usePhoto(textOf(form.values, 'photo'))}
      onPhoto={async (shrunk) => form.set('photo', await addPhoto(notebook, shrunk, form.record))}
      onRemove={() => form.set('photo', '')}
    />
  )
}

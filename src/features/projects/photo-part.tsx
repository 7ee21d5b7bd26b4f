import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { useNotebook } from '../../db/notebook.ts'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { textOf } from '../../records/fields.ts'
import { Button } from '../../ui/button.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { useText } from '../../ui/text.ts'

/** The picture that stands at the top of a project's page. */
export function PhotoPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const photo = textOf(form.values, 'photo')
  const url = usePhoto(photo)
  return (
    <div class="stack tight">
      <h2>{t('projects.photo')}</h2>
      {url && (
        <img
          class="picture aside"
          src={url}
          alt={t('projects.photoOf', { name: textOf(form.values, 'title') })}
        />
      )}
      <PhotoField
        onPhoto={async (shrunk) => form.set('photo', await addPhoto(notebook, shrunk, form.record))}
      />
      {photo && (
        <Button icon="x" onPress={() => form.set('photo', '')}>
          {t('projects.noPhoto')}
        </Button>
      )}
    </div>
  )
}

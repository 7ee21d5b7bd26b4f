import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { Page } from '../../ui/page.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { back } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { OnlySmall } from './only-small.tsx'

function CaptionForm({ id, parent }: { id: string; parent: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const form = useForm('photo', id)
  if (!form) return null
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('photos.deleted'), () => restore(notebook, [id]))
    back(parent)
  }
  const done = async (): Promise<void> => {
    await form.commit()
    back(parent)
  }
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('photos.caption')}
        optional
        value={textOf(form.values, 'caption')}
        onInput={(value) => form.set('caption', value)}
      />
      <FormEnd state={form.state} done={t('photos.done')} onDone={done} />
      <Buttons column>
        <Button danger icon="trash-2" onPress={toBin}>
          {t('photos.delete')}
        </Button>
      </Buttons>
    </form>
  )
}

/** The page of what a photo is about. */
function parentOf(owner: Row | undefined): string {
  const path = owner && kindOf(owner.kind)?.path
  return path ? `/${path}/${owner.id}` : '/'
}

/** One photo as large as the screen allows, and what is on it. */
export function PhotoPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const url = usePhoto(id)
  const photo = useLive(() => rowOf(notebook, id), [notebook, id])
  const mayWrite = useMayWrite()
  const about = photo ? textOf(photo.fields, 'about') : ''
  const owner = useLive(async () => (about ? rowOf(notebook, about) : undefined), [notebook, about])
  if (!photo) return null
  return (
    <Page title={t('photos.photo')} parent={parentOf(owner)}>
      <div class="page stack">
        <OnlySmall id={id} />
        {url && <img class="picture whole" src={url} alt={photo.label || t('photos.photo')} />}
        {owner?.label && <p>{owner.label}</p>}
        <ItemLine id={id} />
        {mayWrite ? (
          <CaptionForm key={id} id={id} parent={parentOf(owner)} />
        ) : (
          photo.label && <p>{photo.label}</p>
        )}
      </div>
    </Page>
  )
}

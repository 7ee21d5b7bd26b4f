import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { remove, restore } from '../../db/bin.ts'
import type { Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { nextNumber, pagesOf, putInOrder, withMoved } from '../../db/pages.ts'
import { newPhoto, useThumb, type ShrunkPhoto } from '../../db/photo.ts'
import { save } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

type PageProps = {
  page: Row
  number: number
  isLast: boolean
  onMove: (by: 1 | -1) => Promise<void>
  onDelete: () => Promise<void>
}

function PageEntry({ page, number, isLast, onMove, onDelete }: PageProps): JSX.Element {
  const { t } = useText()
  const url = useThumb(page.id)
  return (
    <li class="card page-entry">
      <span class="sheet-small">{url && <img src={url} alt={t('chronicle.page', { number })} />}</span>
      <div class="stack tight">
        <p>
          <strong>{t('chronicle.page', { number })}</strong>
        </p>
        {(number > 1 || !isLast) && (
          <Buttons>
            {number > 1 && (
              <Button icon="chevron-left" onPress={() => onMove(-1)}>
                {t('chronicle.pageForward', { number })}
              </Button>
            )}
            {!isLast && (
              <Button icon="chevron-right" onPress={() => onMove(1)}>
                {t('chronicle.pageBack', { number })}
              </Button>
            )}
          </Buttons>
        )}
        <Button danger icon="trash-2" onPress={onDelete}>
          {t('chronicle.pageDelete', { number })}
        </Button>
      </div>
    </li>
  )
}

type PagesFieldProps = { form: Form; onTaken: () => void }

/** The pages of a document: each is kept the moment it is taken, whatever becomes of the form. */
export function PagesField({ form, onTaken }: PagesFieldProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [said, setSaid] = useState('')
  const { record } = form
  const pages = useLive(() => pagesOf(notebook, record), [notebook, record]) ?? []
  const nameFirst = (first: string): void => {
    if (textOf(form.values, 'photo') !== first) form.set('photo', first)
  }
  const take = async (shrunk: ShrunkPhoto): Promise<void> => {
    const before = await pagesOf(notebook, record)
    const photo = newPhoto(shrunk, record, notebook.now(), nextNumber(before))
    if (before.length === 0) nameFirst(photo.id)
    // The document first: a page without one would lie where nobody finds it.
    await form.commit()
    await save(notebook, [photo.edit], [photo.bytes])
    setSaid(t('chronicle.pageSaved', { number: before.length + 1 }))
    onTaken()
  }
  const move = async (id: string, by: 1 | -1): Promise<void> => {
    const order = withMoved(await pagesOf(notebook, record), id, by)
    nameFirst(order[0]?.id ?? '')
    await putInOrder(notebook, order)
    setSaid(t('chronicle.pageMoved', { number: order.findIndex((page) => page.id === id) + 1 }))
  }
  const toBin = async (id: string): Promise<void> => {
    nameFirst((await pagesOf(notebook, record)).find((page) => page.id !== id)?.id ?? '')
    await remove(notebook, [id])
    offerUndo(t('chronicle.pageDeleted'), () => restore(notebook, [id]))
  }
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('chronicle.pages')}</legend>
      <p class="hint">{t('chronicle.pagesHint')}</p>
      {pages.length > 0 && (
        <ol class="page-entries">
          {pages.map((page, index) => (
            <PageEntry
              key={page.id}
              page={page}
              number={index + 1}
              isLast={index === pages.length - 1}
              onMove={(by) => move(page.id, by)}
              onDelete={() => toBin(page.id)}
            />
          ))}
        </ol>
      )}
      <p role="status" class={said ? '' : 'unseen'}>
        {said}
      </p>
      {pages.length > 0 && <p class="label">{t('chronicle.nextPage', { number: pages.length + 1 })}</p>}
      <PhotoField onPhoto={take} />
    </fieldset>
  )
}

import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { throwAway } from '../../db/held.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { DraftRow } from '../../db/tables.ts'
import { newId } from '../../shared/ids.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { dateWords } from './date-words.ts'
import { usePhotosOf } from './photos.ts'
import { useUnfinished, whereLeft } from './unfinished.ts'
import { nameOf } from './words.ts'

function Unfinished({ draft }: { draft: DraftRow }): JSX.Element {
  const { t, language } = useText()
  const photos = usePhotosOf(draft.record) ?? []
  return (
    <div class="card">
      <p>
        <strong>{nameOf(draft.set, t)}</strong>
      </p>
      <p class="secondary">{dateWords(draft.set, language)}</p>
      {photos.length > 0 && <p class="secondary">{t('visits.photoCount', { count: photos.length })}</p>}
    </div>
  )
}

/** Begins a new visit at once; where one lies that was not finished, asks first whether to go on with that one. */
export function Begin({ onBegin }: { onBegin: (visit: string) => void }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const unfinished = useUnfinished()
  const draft = unfinished?.[0]
  const isLeaving = useRef(false)
  useEffect(() => {
    if (unfinished && !draft && !isLeaving.current) onBegin(newId())
  }, [unfinished])
  if (!draft) return null
  const toBin = async (): Promise<void> => {
    isLeaving.current = true
    const takeBack = await throwAway(notebook, draft.record)
    offerUndo(t('visits.thrownAway'), takeBack)
    replace('/visits')
  }
  return (
    <Page title={t('visits.title')} parent="/visits" heading="below">
      <div class="page stack">
        <h1>{t('visits.oneIsUnfinished')}</h1>
        <Unfinished draft={draft} />
        <Buttons column>
          <Button icon="plus" onPress={() => onBegin(newId())}>
            {t('visits.writeNew')}
          </Button>
          <Button primary icon="pencil" onPress={() => replace(whereLeft(draft))}>
            {t('visits.goOn')}
          </Button>
          <Button danger icon="trash-2" onPress={toBin}>
            {t('visits.throwAway')}
          </Button>
        </Buttons>
      </div>
    </Page>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { beginSpace, openNext } from '../../db/spaces.ts'
import { loadAnew } from '../../ui/anew.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'

/** Another notebook of one's own: for the committee, or together with the office. */
export function Begin(): JSX.Element {
  const { t } = useText()
  const open = useOpen()
  const [name, setName] = useState('')
  const [looked, setLooked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    setLooked(true)
    if (isBusy || !name.trim()) return
    setBusy(true)
    const space = await beginSpace(open, name.trim())
    await loadAnew('/members', () => openNext(open, space))
  }
  return (
    <Page title={t('members.begin.title')} parent="/members/notebooks">
      <form class="page stack" onSubmit={(event) => event.preventDefault()}>
        <p>{t('members.begin.what')}</p>
        <TextField
          label={t('members.share.notebook')}
          hint={t('members.begin.nameHint')}
          most={100}
          value={name}
          message={looked && !name.trim() ? t('members.share.notebookMissing') : undefined}
          onInput={setName}
        />
        <Button primary submit icon="plus" onPress={press}>
          {t('members.begin.do')}
        </Button>
      </form>
    </Page>
  )
}

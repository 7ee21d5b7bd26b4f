import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { remove } from '../../db/bin.ts'
import { readSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { save } from '../../db/save.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { mediumDate, today } from '../../ui/dates.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

/** After a post was handed out: a note about it, only for whoever wants one. */
export function WriteDown({ about, channel }: { about: string; channel: string }): JSX.Element {
  const { t, language } = useText()
  const { notebook, device } = useOpen()
  const [isWritten, setWritten] = useState(false)
  const write = async (): Promise<void> => {
    const now = new Date(notebook.now())
    const date = today(now)
    const record = newId()
    const { myName } = await readSettings(device)
    const text = t('posts.noteText', { channel, date: mediumDate(date, language) })
    const set = { text, date, about, language, author: myName, writtenAt: now.toISOString() }
    await save(notebook, [{ record, kind: 'note', set, over: {} }])
    setWritten(true)
    offerUndo(t('posts.writtenDown'), async () => {
      await remove(notebook, [record])
      setWritten(false)
    })
  }
  if (isWritten)
    return (
      <State look="shared" icon="check">
        {t('posts.writtenDown')}
      </State>
    )
  return (
    <Button writes icon="notebook-pen" onPress={write}>
      {t('posts.writeDown')}
    </Button>
  )
}

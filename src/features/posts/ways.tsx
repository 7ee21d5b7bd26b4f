import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { toSomebody } from '../../records/post.ts'
import { mailTo } from '../../shared/mail-to.ts'
import type { Fields } from '../../shared/value.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { download, share, takesFiles } from '../../ui/hand-out.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { filesOf } from './files.ts'

type WaysProps = {
  values: Fields
  title: string
  text: string
  /** Those that may leave. */
  photos: readonly string[]
  onHandedOut: () => void
}

/** The ways in which text and photos can leave; Ponte itself sends nothing. */
export function Ways({ values, title, text, photos, onHandedOut }: WaysProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [isSaved, setSaved] = useState(false)
  const files = useLive(() => filesOf(notebook, photos), [notebook, photos.join()]) ?? []
  const held = tickedIn(values, 'photos').length - photos.length
  const isShared = 'share' in navigator
  const mail = textOf(values, 'channel') === toSomebody ? mailTo(title, text) : ''
  const pass = async (): Promise<void> => {
    const withFiles = files.length > 0 && takesFiles(files)
    if (await share(withFiles ? { text, files } : { text })) onHandedOut()
  }
  const keep = (): void => {
    files.forEach(download)
    setSaved(true)
    onHandedOut()
  }
  return (
    <>
      <p>{files.length > 0 ? t('posts.withPhotos', { count: files.length }) : t('posts.onlyText')}</p>
      {held > 0 && <p>{t('posts.heldBack', { count: held })}</p>}
      {files.length < photos.length && <p>{t('posts.notHere', { count: photos.length - files.length })}</p>}
      <Buttons column>
        {isShared && (
          <Button icon="share" primary onPress={pass}>
            {t('posts.share')}
          </Button>
        )}
        <CopyButton text={text} copied={t('posts.copied')} onCopied={onHandedOut}>
          {t('posts.copy')}
        </CopyButton>
        {mail && (
          <LinkButton icon="mail" to={mail}>
            {t('posts.mail')}
          </LinkButton>
        )}
        {files.length > 0 && (
          <Button icon="download" onPress={keep}>
            {t('posts.savePhotos', { count: files.length })}
          </Button>
        )}
      </Buttons>
      {isSaved && (
        <State look="shared" icon="check">
          {t('posts.savedPhotos')}
        </State>
      )}
    </>
  )
}

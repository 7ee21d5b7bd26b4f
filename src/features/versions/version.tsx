import type { JSX } from 'preact'
import { useThumb } from '../../db/photo.ts'
import type { TwiceFilled } from '../../db/settle.ts'
import { Button } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import type { FieldWord, Saying } from '../../ui/field-words.ts'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { useText } from '../../ui/text.ts'
import { differ, type Piece } from './differ.ts'
import type { Writer } from './find.ts'
import { isText, whoseVersion, wordsOf } from './words.ts'

type Version = TwiceFilled['values'][number]

type VersionProps = {
  version: Version
  /** The one that it is compared with. */
  other: Version | undefined
  writer: Writer | undefined
  word: FieldWord
  saying: Saying
  lang: string | undefined
  onTake: () => Promise<void>
}

/** A piece of a text; the blank before it is never marked. */
function Words({ text, differs }: Piece): JSX.Element {
  if (!differs) return <>{text}</>
  const words = text.trimStart()
  return (
    <>
      {text.slice(0, text.length - words.length)}
      <mark>{words}</mark>
    </>
  )
}

function Value({ version, other, word, saying, lang }: Omit<VersionProps, 'writer' | 'onTake'>): JSX.Element {
  const { t } = useText()
  const { value } = version
  const url = useThumb(word.photo && typeof value === 'string' ? value : '')
  if (url) return <img class="picture r43" src={url} alt={t('versions.photo')} />
  if (!isText(word, value)) return <p class="written">{wordsOf(word, value, saying)}</p>
  const pieces = differ(value.trim(), other && isText(word, other.value) ? other.value.trim() : '')
  return (
    <p class="written" lang={lang}>
      {pieces.map((piece, index) => (
        <Words key={index} {...piece} />
      ))}
    </p>
  )
}

/** One of two versions of a field: whose it is, since when, what it says, and the button that takes it. */
export function VersionCard({ writer, onTake, ...rest }: VersionProps): JSX.Element {
  const { t, language } = useText()
  const portrait = useThumb(writer?.person?.photo ?? '')
  const title = whoseVersion(t, writer)
  return (
    <article class="card stack tight" aria-label={title}>
      <div class="by">
        <Portrait initials={initialsOf(writer?.name ?? '')} url={portrait} />
        <div>
          <strong class="line">{title}</strong>
          <span class="small secondary line">
            {[writer?.isMe && writer.name, dateAndTime(new Date(rest.version.time), language)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </div>
      </div>
      <Value {...rest} />
      <Button writes icon="check" onPress={onTake}>
        {t('versions.take')}
      </Button>
    </article>
  )
}

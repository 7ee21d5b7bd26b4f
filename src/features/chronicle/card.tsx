import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { pagesOf } from '../../db/pages.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Icon } from '../../ui/icon.tsx'
import { roughDate } from '../../ui/rough-dates.ts'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { useNames } from './types.ts'

function DocumentCard({ document }: { document: Row }): JSX.Element {
  const { language } = useText()
  const notebook = useNotebook()
  const named = useNames()(document)
  // Asked for itself: the page that a document names as its first may have been deleted since.
  const pages = useLive(() => pagesOf(notebook, document.id), [notebook, document.id])
  const url = useThumb(pages?.[0]?.id ?? '')
  const details = [roughDate(textOf(document.fields, 'date'), language), textOf(document.fields, 'town')]
  return (
    <li>
      <a class="card document" href={href(`/chronicle/${document.id}`)}>
        <span class="sheet-small">{url ? <img src={url} alt="" /> : <Icon name={named.icon} />}</span>
        <span>
          <strong class="line" lang={named.titleLanguage}>
            {named.name}
          </strong>
          {details.filter(Boolean).map((detail) => (
            <span class="small secondary line" key={detail}>
              {detail}
            </span>
          ))}
          <TwiceMark twice={document.twice} />
        </span>
      </a>
    </li>
  )
}

/** Documents as cards, each with its whole first page. */
export function DocumentCards({ documents }: { documents: readonly Row[] }): JSX.Element {
  return (
    <ul class="documents">
      {documents.map((document) => (
        <DocumentCard key={document.id} document={document} />
      ))}
    </ul>
  )
}

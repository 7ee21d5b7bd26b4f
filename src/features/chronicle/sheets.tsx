import type { JSX } from 'preact'
import { usePhoto } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

const pixels = (page: Row, side: 'width' | 'height'): number | undefined =>
  typeof page.fields[side] === 'number' ? page.fields[side] : undefined

function Sheet({ page, number }: { page: Row; number: number }): JSX.Element {
  const { t } = useText()
  const url = usePhoto(page.id)
  return (
    <li>
      <a class="sheet" href={href(`/photos/${page.id}`)}>
        {url && (
          <img
            src={url}
            alt={page.label || t('chronicle.page', { number })}
            width={pixels(page, 'width')}
            height={pixels(page, 'height')}
          />
        )}
      </a>
      <p class="small secondary">
        {[t('chronicle.page', { number }), page.label].filter(Boolean).join(': ')}
      </p>
    </li>
  )
}

/** All pages of a document, large and one under another. */
export function Sheets({ pages }: { pages: readonly Row[] }): JSX.Element {
  return (
    <ol class="sheets">
      {pages.map((page, index) => (
        <Sheet key={page.id} page={page} number={index + 1} />
      ))}
    </ol>
  )
}

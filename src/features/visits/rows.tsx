import type { JSX } from 'preact'
import { useThumb } from '../../db/photo.ts'
import type { Row as VisitRow } from '../../db/show.ts'
import { textFor } from '../../records/translated-words.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { dateWords } from './date-words.ts'
import { usePhotosOf } from './photos.ts'
import { nameOf, pictureOf, typeOf } from './words.ts'

function VisitLine({ visit }: { visit: VisitRow }): JSX.Element {
  const { t, language } = useText()
  const photos = usePhotosOf(visit.id) ?? []
  // The one at the top may lie in the bin by now.
  const top = photos.find((photo) => photo.id === visit.photo) ?? photos[0]
  const url = useThumb(top?.id ?? '')
  const title = textFor(visit.fields, 'title', language)
  return (
    <Row
      to={href(`/visits/${visit.id}`)}
      picture={
        url ? (
          <img class="picture thumb cover" src={url} alt="" />
        ) : (
          <Picture name={pictureOf(typeOf(visit.fields))} look="thumb" />
        )
      }
      detail={
        <>
          <span class="line">{dateWords(visit.fields, language)}</span>
          {photos.length > 0 && <span class="line">{t('visits.photoCount', { count: photos.length })}</span>}
        </>
      }
    >
      <strong lang={title.lang}>{title.text || nameOf(visit.fields, t)}</strong>
      <TwiceMark twice={visit.twice} />
    </Row>
  )
}

/** Visits as a list: a picture, what it was, when, how many photos there are. */
export function VisitRows({ visits }: { visits: readonly VisitRow[] }): JSX.Element {
  return (
    <Rows>
      {visits.map((visit) => (
        <VisitLine key={visit.id} visit={visit} />
      ))}
    </Rows>
  )
}

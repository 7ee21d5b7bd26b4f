import type { JSX } from 'preact'
import type { News } from '../../db/news.ts'
import { nameFor } from '../../records/translated-words.ts'
import { mediumDate, today } from '../../ui/dates.ts'
import { useKindKey, usePathOf } from '../../ui/feature.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

type NewsRowsProps = { news: readonly News[]; isDated?: boolean }

/** News as a list: what it is called, what it is and by whom, and where dates help, since when. */
export function NewsRows({ news, isDated = false }: NewsRowsProps): JSX.Element {
  const { t, language } = useText()
  const kindKey = useKindKey()
  const pathOf = usePathOf()
  const detailOf = ({ row, by }: News): string => {
    const key = kindKey(row.kind)
    const kind = key ? t(key) : ''
    const date = isDated ? mediumDate(today(new Date(row.heardAt)), language) : ''
    return [kind && by ? t('news.by', { kind, name: by }) : kind || by, date].filter(Boolean).join(', ')
  }
  return (
    <Rows>
      {news.map((one) => {
        const { name, lang } = nameFor(one.row, language)
        return (
          <Row key={one.row.id} to={href(pathOf(one.row.kind, one.row.id))} detail={detailOf(one)}>
            <strong lang={lang}>{mediumDate(name, language)}</strong>
          </Row>
        )
      })}
    </Rows>
  )
}

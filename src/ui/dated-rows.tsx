import type { JSX } from 'preact'
import { useKindKey, usePathOf } from './feature.ts'
import { roughDate } from './rough-dates.ts'
import { href } from './route.ts'
import { Row, Rows } from './rows.tsx'
import { useText } from './text.ts'

export type Dated = {
  readonly kind: string
  readonly id: string
  readonly title: string
  /** The language of the title; '' where nobody said. */
  readonly lang: string
  /** As exact as it is known; '' for none. */
  readonly date: string
}

/** "Besuch, 3. Mai 1987" */
export function useDatedWords(): (one: Dated) => string {
  const { t, language } = useText()
  const kindKey = useKindKey()
  return ({ kind, date }) => {
    const key = kindKey(kind)
    return [key && t(key), roughDate(date, language)].filter(Boolean).join(', ')
  }
}

/** Records of several kinds in one list, each with what it is and when. */
export function DatedRows({ items }: { items: readonly Dated[] }): JSX.Element {
  const pathOf = usePathOf()
  const words = useDatedWords()
  return (
    <Rows>
      {items.map((one) => (
        <Row key={one.id} to={href(pathOf(one.kind, one.id))} detail={words(one)}>
          <strong lang={one.lang || undefined}>{one.title || words(one)}</strong>
        </Row>
      ))}
    </Rows>
  )
}

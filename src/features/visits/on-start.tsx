import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { Icon } from '../../ui/icon.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { useUnfinished, whereLeft } from './unfinished.ts'

/** The way back into a visit that was not finished, on Start; nothing where none lies. */
export function UnfinishedOnStart(): JSX.Element | null {
  const { t, language } = useText()
  const draft = useUnfinished()?.[0]
  if (!draft) return null
  const facts = [textOf(draft.set, 'town'), mediumDate(textOf(draft.set, 'date'), language)]
  return (
    <Rows>
      <Row
        to={href(whereLeft(draft))}
        picture={<Icon name="pencil" />}
        detail={facts.filter(Boolean).join(', ')}
      >
        <strong>{t('visits.goOnWriting')}</strong>
      </Row>
    </Rows>
  )
}

import type { JSX } from 'preact'
import type { Circle } from '../../sync/status.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { dayOf } from './words.ts'

/** The recovery sheets that are good, and the way to one. */
export function Sheets({ sheets }: Pick<Circle, 'sheets'>): JSX.Element {
  const text = useText()
  const { t } = text
  const detail = ({ at, isTried }: Circle['sheets'][number]): string =>
    [
      at === undefined ? '' : t('members.sheet.good', { date: dayOf(at, text) }),
      t(isTried ? 'members.sheet.tried' : 'members.sheet.untried'),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <Section title={t('members.sheet.section')}>
      <Rows>
        {sheets.map((sheet) => (
          <Row key={sheet.slip} to={href('/members/sheet/try')} detail={detail(sheet)}>
            <strong>{t('members.sheet.title')}</strong>
          </Row>
        ))}
        <Row to={href('/members/sheet')}>{t('members.sheet.entry')}</Row>
      </Rows>
    </Section>
  )
}

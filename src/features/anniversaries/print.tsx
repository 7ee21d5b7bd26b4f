import type { JSX } from 'preact'
import { whenRough } from '../../ui/anniversary-words.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { roughDate } from '../../ui/rough-dates.ts'
import { useText } from '../../ui/text.ts'
import { titleOf } from './say.ts'
import { useAhead } from './use-ahead.ts'

/** The anniversaries of our partnerships in the coming 24 months on paper, for a meeting. */
export function PrintAnniversaries(): JSX.Element | null {
  const say = useText()
  const { t, language } = say
  const ahead = useAhead()
  if (!ahead) return null
  const rows = (ahead.ours.length > 0 ? ahead.ours : ahead.others).map((due) => ({
    id: `${due.partnership.id} ${due.anniversary.key}`,
    due,
  }))
  return (
    <Paper title={t('anniversaries.title')} parent="/anniversaries">
      {rows.length === 0 && <p>{t('anniversaries.none')}</p>}
      {rows.length > 0 && (
        <PaperTable
          rows={rows}
          columns={[
            {
              title: t('anniversaries.when'),
              cell: ({ due }) => whenRough(due.anniversary.on, language, true),
            },
            {
              title: t('anniversaries.what'),
              share: 1.5,
              cell: ({ due }) => titleOf(due.anniversary.years, due.partnership, due.with, say),
            },
            {
              title: t('anniversaries.since'),
              cell: ({ due }) => roughDate(due.anniversary.began.date, language),
            },
            {
              title: t('anniversaries.celebration'),
              cell: ({ due }) => mediumDate(due.celebration.plannedOn, language),
            },
          ]}
        />
      )}
    </Paper>
  )
}

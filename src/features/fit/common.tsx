import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { entriesInCommon } from '../../db/register/find.ts'
import type { EntryRow, Register } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'
import type { Ours } from './ours.ts'

function Line({ row, ours }: { row: EntryRow; ours: Ours }): JSX.Element | null {
  const { t } = useText()
  const { entry, content } = row
  if (!content) return null
  const towns = content.towns.map(({ name }) => shownText(name)).join(' – ')
  const shared = content.themes
    .filter((theme) => ours.themes.has(theme))
    .map((theme) => t(wordsOfTheme[theme]))
  return (
    <Row
      to={href(`/register/entry/${entry}`)}
      detail={
        <>
          {towns && (
            <span class="line">
              <bdi>{towns}</bdi>
            </span>
          )}
          {content.seeksPartners && <span class="line">{t('register.seeks')}</span>}
          {shared.length > 0 && <span class="line">{t('fit.shared', { themes: shared.join(', ') })}</span>}
        </>
      }
    >
      <strong>
        <bdi>{shownText(content.association)}</bdi>
      </strong>
    </Row>
  )
}

/** Who says of themselves that they look for partners, or has ticked a theme of ours: a plain list, judged by nothing. */
export function InCommon({ register, ours }: { register: Register; ours: Ours }): JSX.Element | null {
  const { t } = useText()
  const rows = useLive(() => entriesInCommon(register, ours.themes, ours.entries), [register, ours])
  const { shown, more } = useGrowing(rows?.length ?? 0, register)
  if (!rows) return null
  return (
    <Section title={t('fit.common')}>
      <p>{t(ours.themes.size > 0 ? 'fit.commonWhat' : 'fit.commonNoThemes')}</p>
      {rows.length > 0 ? (
        <Rows>
          {rows.slice(0, shown).map((row) => (
            <Line key={row.entry} row={row} ours={ours} />
          ))}
        </Rows>
      ) : (
        <p>{t('fit.commonNone')}</p>
      )}
      {more}
    </Section>
  )
}

import type { JSX } from 'preact'
import type { EntryRow } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText, type Translate } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import type { Language } from '../../shared/language.ts'
import { countryName } from './places.ts'
import { typeIcons, typeKeys } from './words.ts'

/** The title as it may be shown; a partnership may go by its towns alone. */
export function titleOf({ content }: EntryRow): string {
  if (!content) return ''
  return shownText(content.title).trim() || content.towns.map(({ name }) => shownText(name)).join(' – ')
}

function detailOf({ type, content, countries }: EntryRow, t: Translate, language: Language): string {
  if (!content) return ''
  const when =
    'zone' in content
      ? whenWords(
          {
            date: content.date,
            time: content.time,
            endDate: content.until,
            endTime: '',
            zone: content.zone,
          },
          language,
          t,
        )
      : ''
  const places = countries.map((country) => countryName(country, language)).join(', ')
  const seeks = content.seeksPartners ? t('register.seeks') : ''
  return [t(typeKeys[type]), when, places, seeks].filter(Boolean).join(' · ')
}

/** One entry in a list: what it is, and who says it. */
export function EntryLine({ row }: { row: EntryRow }): JSX.Element | null {
  const { t, language } = useText()
  if (!row.content) return null
  return (
    <Row
      to={href(`/register/entry/${row.entry}`)}
      picture={<Icon name={typeIcons[row.type]} />}
      detail={
        <>
          <span class="line">{detailOf(row, t, language)}</span>
          <span class="line">
            <bdi>{shownText(row.content.association)}</bdi>
          </span>
        </>
      }
    >
      <strong>
        <bdi>{titleOf(row)}</bdi>
      </strong>
    </Row>
  )
}

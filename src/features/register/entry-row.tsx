import type { JSX } from 'preact'
import type { Brief } from '../../db/register/tables.ts'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText, type Translate } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import type { Language } from '../../shared/language.ts'
import { countryName } from './places.ts'
import { typeIcons, typeKeys } from './words.ts'

function detailOf(brief: Brief, t: Translate, language: Language): string {
  const { type, when, countries, seeksPartners } = brief
  const day = when && whenWords({ ...when, endDate: when.until, endTime: '' }, language, t)
  const places = countries.map((country) => countryName(country, language)).join(', ')
  return [t(typeKeys[type]), day, places, seeksPartners && t('register.seeks')].filter(Boolean).join(' · ')
}

/** One entry in a list: what it is, and who says it. */
export function EntryLine({ brief }: { brief: Brief }): JSX.Element {
  const { t, language } = useText()
  return (
    <Row
      to={href(`/register/entry/${brief.entry}`)}
      picture={<Icon name={typeIcons[brief.type]} />}
      detail={
        <>
          <span class="line">{detailOf(brief, t, language)}</span>
          <span class="line">
            <bdi>{brief.association}</bdi>
          </span>
        </>
      }
    >
      <strong>
        <bdi>{brief.title}</bdi>
      </strong>
    </Row>
  )
}

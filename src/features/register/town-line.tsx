import type { JSX } from 'preact'
import type { TownRow } from '../../db/register/tables.ts'
import { shownText } from '../../shared/register/text.ts'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { townPath } from '../../ui/town-path.ts'
import { useText } from '../../ui/text.ts'
import { countryName } from './places.ts'

type TownLineProps = {
  town: Pick<TownRow, 'name' | 'country' | 'lat' | 'lon'>
  /** How many it has. */
  partners: number
  /** A year, 0 for unknown, where the line stands for a link. */
  since?: number
}

/** A town of the base in a list. */
export function TownLine({ town, partners, since }: TownLineProps): JSX.Element {
  const { t, language } = useText()
  const links =
    since === undefined
      ? t('register.partners', { count: partners })
      : since > 0
        ? t('register.since', { year: String(since) })
        : ''
  return (
    <Row
      to={href(townPath(town))}
      detail={[countryName(town.country, language), links].filter(Boolean).join(' · ')}
    >
      <strong>
        <bdi>{shownText(town.name)}</bdi>
      </strong>
    </Row>
  )
}

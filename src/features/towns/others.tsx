import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { sortByName } from '../../shared/collate.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { Rows } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TownLine } from './line.tsx'
import { ourTowns, type Linked } from './linked.ts'
import { MapPart } from './map-part.tsx'
import { nameOf } from './words.ts'

function Inside({ links }: { links: readonly Linked[] }): JSX.Element {
  const { t, language } = useText()
  const { shown, more } = useGrowing(links.length, links)
  const numbered = sortByName(links, (one) => nameOf(one, language), language).map((one, at) => ({
    one,
    number: at + 1,
  }))
  return (
    <div class="page stack">
      {links.length === 0 && <p>{t('towns.noOthers')}</p>}
      <MapPart label={t('towns.mapOfOthers')} own={[]} numbered={numbered} />
      {links.length > 0 && (
        <Rows>
          {numbered.slice(0, shown).map(({ one, number }) => (
            <TownLine key={one.id} one={one} number={number} />
          ))}
        </Rows>
      )}
      {more}
    </div>
  )
}

/** Partnerships between other towns, that somebody wrote down or that came along. */
export function OtherLinks(): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => ourTowns(notebook), [notebook])
  return (
    <Page title={t('towns.others')} parent="/towns">
      {towns && <Inside links={towns.others} />}
    </Page>
  )
}

import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useText } from '../../ui/text.ts'
import { TownLine } from './line.tsx'
import { ourTowns, type OurTowns } from './linked.ts'
import { MapPart } from './map-part.tsx'
import { groupKeys, inGroups } from './words.ts'

/** The way to towns that could become partners, by its address alone. */
function WhoWouldFit(): JSX.Element {
  const { t } = useText()
  return (
    <LinkButton icon="search" to={href('/fit')}>
      {t('towns.whoWouldFit')}
    </LinkButton>
  )
}

/** Our own town, and where partnerships of other towns stand. */
function Beside({ towns: { own, others } }: { towns: OurTowns }): JSX.Element {
  const { t, language } = useText()
  return (
    <>
      {own.length > 0 && (
        <Section title={t('towns.ours')}>
          <Rows>
            {own.map((town) => (
              <Row key={town.id} to={href(`/towns/${town.id}`)}>
                <b>{townNameIn(town.fields, language) || t('towns.unnamed')}</b>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {others.length > 0 && (
        <Rows>
          <Row to={href('/towns/others')} detail={t('towns.linkCount', { count: others.length })}>
            <b>{t('towns.others')}</b>
          </Row>
        </Rows>
      )}
    </>
  )
}

function Inside(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => ourTowns(notebook), [notebook])
  if (!towns) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/partnerships/new')}>
      {t('towns.addPartnership')}
    </LinkButton>
  )
  if (towns.linked.length === 0)
    return (
      <>
        <Empty picture="door-towns" words={t('towns.none')}>
          {add}
        </Empty>
        <Beside towns={towns} />
        <WhoWouldFit />
      </>
    )
  const groups = inGroups(towns.linked, language)
  return (
    <>
      <MapPart label={t('towns.mapOf')} own={towns.own} numbered={groups.flatMap((group) => group.towns)} />
      {groups.map((group) => (
        <Section key={group.name} title={t(groupKeys[group.name])}>
          <Rows>
            {group.towns.map(({ one, number }) => (
              <TownLine key={one.id} one={one} number={number} />
            ))}
          </Rows>
        </Section>
      ))}
      <Beside towns={towns} />
      <WhoWouldFit />
      <div class="dock beside">
        <LinkButton icon="printer" to={href('/towns/print')}>
          {t('ui.print')}
        </LinkButton>
        {add}
      </div>
    </>
  )
}

/** Our partner towns, by how the partnerships stand. */
export function TownList(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('towns.title')}>
      <div class="page stack">
        <Tabs place="/people" label={t('towns.what')} current="/towns" />
        <Inside />
      </div>
    </Page>
  )
}

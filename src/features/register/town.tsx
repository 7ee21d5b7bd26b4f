import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { briefOf } from '../../db/register/lines.ts'
import { townPage, type TownPage } from '../../db/register/town.ts'
import { sortByName } from '../../shared/collate.ts'
import { shownText } from '../../shared/register/text.ts'
import type { Params } from '../../ui/feature.ts'
import { mediumDate } from '../../ui/dates.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { EntryLine } from './entry-row.tsx'
import { countryName, townIn } from './places.ts'
import { StateLine } from './state-line.tsx'
import { TownLine } from './town-line.tsx'
import { useRegister, type OnHand } from './use-register.ts'

function Partners({ partners, hand }: { partners: TownPage['partners']; hand: OnHand }): JSX.Element | null {
  const { t, language } = useText()
  const { shown, more } = useGrowing(partners.length, hand.info.base?.hash)
  const { base } = hand.info
  if (partners.length === 0 || !base) return null
  const sorted = sortByName(
    partners,
    ({ town }) => `${countryName(town.country, language)} ${town.name}`,
    language,
  )
  return (
    <Section title={t('register.fromWikidata', { date: mediumDate(base.asOf, language) })}>
      <Rows>
        {sorted.slice(0, shown).map(({ town, since }) => (
          <TownLine key={town.id} town={town} partners={town.links.length} since={since} />
        ))}
      </Rows>
      {more}
      <p class="small secondary">{shownText(base.attribution)}</p>
    </Section>
  )
}

function Inside({ hand, params }: { hand: OnHand; params: Params }): JSX.Element | null {
  const { t, language } = useText()
  const place = townIn(params)
  const key = [place.country, place.name, place.lat, place.lon].join(' ')
  const town = useLive(() => townPage(hand.register, place), [hand.register, key, hand.info.base?.hash])
  if (!town) return null
  const { row, entries, partners } = town
  const population = row && row.population > 0 ? row.population.toLocaleString(language) : ''
  return (
    <div class="page stack">
      <div class="stack tight">
        <h1>
          <bdi>{shownText(place.name)}</bdi>
        </h1>
        <p>
          {[countryName(place.country, language), population && t('register.people', { number: population })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <StateLine hand={hand} />
      {entries.length + partners.length === 0 && !hand.isTaking && <p>{t('register.noLinks')}</p>}
      {entries.length > 0 && (
        <Section title={t('register.published')}>
          <Rows>
            {entries
              .flatMap((entry) => briefOf(entry) ?? [])
              .map((brief) => (
                <EntryLine key={brief.entry} brief={brief} />
              ))}
          </Rows>
        </Section>
      )}
      <Partners partners={partners} hand={hand} />
    </div>
  )
}

/** A town as the register knows it: what associations publish of it, and with whom it is linked. */
export function PublicTown({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const hand = useRegister()
  if (!hand) return null
  return (
    <Page title={t('register.title')} parent="/register" heading="below">
      <Inside hand={hand} params={params} />
    </Page>
  )
}

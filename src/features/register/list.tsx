import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { findEntries, findTowns, mostFound, type Wanted } from '../../db/register/find.ts'
import type { EntryRow, TownRow } from '../../db/register/tables.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { SearchField } from '../../ui/field.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { EntryLine } from './entry-row.tsx'
import { anything, Filters } from './filters.tsx'
import { StateLine } from './state-line.tsx'
import { TownLine } from './town-line.tsx'
import { useRegister, type OnHand } from './use-register.ts'

function Entries({ rows, from }: { rows: readonly EntryRow[]; from: Wanted }): JSX.Element | null {
  const { t } = useText()
  const { shown, more } = useGrowing(rows.length, from)
  if (rows.length === 0) return null
  return (
    <Section title={t('register.published')}>
      <Rows>
        {rows.slice(0, shown).map((row) => (
          <EntryLine key={row.entry} row={row} />
        ))}
      </Rows>
      {more}
    </Section>
  )
}

type TownsProps = { rows: readonly TownRow[]; hand: OnHand; from: Wanted }

/** What is known from elsewhere: as of when, and whose data it is. */
function Towns({ rows, hand, from }: TownsProps): JSX.Element | null {
  const { t, language } = useText()
  const { shown, more } = useGrowing(rows.length, from)
  const { base } = hand.info
  if (rows.length === 0 || !base) return null
  return (
    <Section title={t('register.fromWikidata', { date: mediumDate(base.asOf, language) })}>
      <Rows>
        {rows.slice(0, shown).map((town) => (
          <TownLine key={town.id} town={town} />
        ))}
      </Rows>
      {more}
    </Section>
  )
}

function Found({ hand, wanted }: { hand: OnHand; wanted: Wanted }): JSX.Element | null {
  const { t } = useText()
  const { register, info } = hand
  const found = useLive(
    async () => ({
      entries: await findEntries(register, wanted),
      towns: await findTowns(register, wanted),
    }),
    [register, wanted, info.base?.hash],
  )
  if (!found) return null
  const { entries, towns } = found
  const isNothing = entries.length + towns.length === 0
  const isAsked = wanted !== anything
  return (
    <>
      {isNothing && !hand.isTaking && (
        <p role="status">{t(isAsked ? 'register.noneFound' : 'register.nonePublished')}</p>
      )}
      {(entries.length === mostFound || towns.length === mostFound) && isAsked && (
        <p class="secondary">{t('register.tooMany')}</p>
      )}
      <Entries rows={entries} from={wanted} />
      <Towns rows={towns} hand={hand} from={wanted} />
      {!isAsked && info.base && <p class="secondary">{t('register.searchTowns')}</p>}
    </>
  )
}

function Inside({ hand }: { hand: OnHand }): JSX.Element {
  const { t } = useText()
  const [wanted, setWanted] = useState<Wanted>(anything)
  const want = (next: Wanted): void => {
    const isAnything = Object.values(next).every((value) => !value)
    setWanted(isAnything ? anything : next)
  }
  return (
    <div class="page stack">
      <p>{t('register.what')}</p>
      <StateLine hand={hand} />
      <SearchField
        label={t('register.search')}
        value={wanted.query}
        onInput={(query) => want({ ...wanted, query })}
      />
      <Filters register={hand.register} wanted={wanted} onWant={want} />
      <Found hand={hand} wanted={wanted} />
      <Buttons column>
        <LinkButton icon="list" to={href('/register/published')}>
          {t('register.own.title')}
        </LinkButton>
      </Buttons>
    </div>
  )
}

/** What associations show to everybody, and who is linked with whom: kept on the device and searched here. */
export function RegisterScreen(): JSX.Element | null {
  const { t } = useText()
  const hand = useRegister()
  if (!hand) return null
  return (
    <Page title={t('register.title')} parent="/more">
      <Inside hand={hand} />
    </Page>
  )
}
